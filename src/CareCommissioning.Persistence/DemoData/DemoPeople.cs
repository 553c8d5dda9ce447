using CareCommissioning.Domain.Placements;

namespace CareCommissioning.Persistence.DemoData;

/// <summary>Invented people: names from two lists, NHS numbers from the range that is never issued (rules E18).</summary>
internal static class DemoPeople
{
    private static readonly string[] First =
    [
        "Aaron", "Abigail", "Adil", "Agnes", "Alan", "Alisha", "Amir", "Andrea", "Anthony", "Asha", "Barbara", "Ben", "Bernadette", "Bilal", "Brenda", "Callum", "Carmel", "Chidi", "Clare", "Colette",
        "Craig", "Daisy", "Danuta", "Darren", "Deepak", "Dolores", "Eamon", "Edith", "Ewa", "Farid", "Fatou", "Femi", "Gareth", "Gloria", "Hassan", "Hilary", "Ifeoma", "Imelda", "Jamal", "Janine",
        "Jerzy", "Joan", "Kamila", "Keith", "Kwame", "Leanne", "Lech", "Lorraine", "Mabel", "Malik", "Maureen", "Mehmet", "Nadia", "Neville", "Niamh", "Olu", "Pauline", "Rafiq", "Rosaleen", "Yusuf",
    ];

    private static readonly string[] Last =
    [
        "Abara", "Ashworth", "Barlow", "Bibi", "Birtwistle", "Brannigan", "Chadwick", "Costello", "Crossley", "Dabrowski", "Duckworth", "Eze", "Fairclough", "Farouk", "Greenhalgh", "Hargreaves", "Haworth",
        "Hussain", "Ibekwe", "Jamieson", "Kaczmarek", "Kershaw", "Khan", "Lomax", "Mahmood", "McGrath", "Molyneux", "Mwangi", "Nowak", "Nuttall", "O’Rourke", "Okafor", "Ormerod", "Patel", "Pickup",
        "Quayle", "Rahman", "Rigby", "Shuttleworth", "Singh", "Tattersall", "Tierney", "Uddin", "Veevers", "Walmsley", "Whittaker", "Wójcik", "Yates",
    ];

    private static readonly string[] Districts = ["L1", "L3", "L4", "L5", "L6", "L8", "L13", "L15", "L17", "L20", "BB1", "BB2", "BB5", "BB8", "BB9", "BB10", "BB11", "BB12"];

    /// <summary>The person of a number: the same each time.</summary>
    /// <param name="number">0 and up; as many people have a number as <see cref="Numbers"/> yields.</param>
    public static PersonIdentity Identity(int number, NhsNumber nhsNumber) =>
        new($"{First[number % First.Length]} {Last[number / First.Length * 7 % Last.Length]}", nhsNumber, new DateOnly(1944, 1, 1).AddDays((int)(number * 7919L % 21_900)));

    public static string District(int number, bool eastLancashire) => eastLancashire ? Districts[10 + (number % 8)] : Districts[number % 10];

    /// <summary>Valid numbers of the reserved range, in order: some 900,000.</summary>
    public static IEnumerable<NhsNumber> Numbers()
    {
        for (var i = 1; i <= 999_999; i++)
        {
            var nine = $"999{i:000000}";
            if (NhsNumber.CheckDigit(nine) is { } digit && NhsNumber.TryParse($"{nine}{digit}", out var number))
            {
                yield return number;
            }
        }
    }
}
