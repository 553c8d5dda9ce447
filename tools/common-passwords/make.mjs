// Writes the list of passwords that are refused because people choose them again and again: keyboard walks, doubled words, words with a year,
// phrases. The list is made by these rules, not taken from anybody's leaked accounts. Run: node tools/common-passwords/make.mjs
import { writeFileSync } from 'node:fs';

const shortest = 12;
const words = `password passwort passw0rd p4ssword pa55word p@ssword p@ssw0rd welcome letmein iloveyou sunshine princess football baseball monkey dragon
master shadow superman batman starwars pokemon michael jennifer jessica ashley charlie thomas george harry william daniel matthew robert andrew
liverpool everton arsenal chelsea manchester united rangers celtic tottenham england scotland wales ireland london britain british blackburn
burnley preston lancashire merseyside cheshire summer winter spring autumn january february march april june july august september october
november december monday tuesday wednesday thursday friday saturday sunday chocolate biscuit cheese coffee computer internet keyboard laptop
windows microsoft google amazon facebook android iphone samsung security secret private access admin administrator user guest test testing
default changeme temporary system server database network office hospital health doctor nurse patient clinic surgery medical social worker
council commissioner commissioning provider placement mental recovery wellbeing partnership community manager finance pathway quality
family mother father daughter brother sister grandma grandad children holiday birthday christmas freedom forever flower butterfly rainbow unicorn
tiger lion eagle falcon phoenix wolf horse puppy kitten kitty buddy lucky happy smile angel heaven diamond silver golden purple orange yellow
green blue black white red love peace hello goodbye thankyou please whatever nothing something trustno1 blink jordan hunter ranger cricket
rugby hockey soccer tennis golf fishing music guitar piano mustang ferrari porsche mercedes corvette harley yankees cowboys matrix killer ninja
cookie pepper ginger oliver maggie bailey sophie chloe abigail emily hannah samantha elizabeth victoria alexander benjamin joshua jasmine`.split(/\s+/);
const years = [];
for (let year = 1950; year <= 2035; year++) years.push(String(year));
const recent = years.filter((year) => year >= '2005');
const tails = ['1', '12', '123', '1234', '12345', '123456', '1234567', '12345678', '123456789', '1234567890', '!', '!!', '!!!', '1!', '123!', '1234!', '01', '007', '69', '99', '00', '000', '111', '321', '4321', '54321', '654321', '@123', '#1', 'abc', 'abc123', 'xyz', 'qwerty', 'asdf'];
const pairs = [['i', 'love'], ['my', 'password'], ['the', 'password'], ['new', 'password'], ['secret', 'password'], ['password', 'is'], ['let', 'me'], ['open', 'sesame'], ['correct', 'horse'], ['work', 'password'], ['nhs', 'password']];
const phrases = `correcthorsebatterystaple thequickbrownfox thisismypassword thisispassword ilovemyfamily ilovemymum ilovemydog ilovemycat iloveliverpool
ilovechocolate ilovefootball iloveyouforever youwillneverwalkalone youllneverwalkalone ynwaliverpool manchesterunited manchestercity tobeornottobe
onceuponatime opensesame letmeinplease letmeinnow letmein12345 pleaseletmein mypasswordis mynewpassword newpassword1 newpassword123 changeme1234 changemenow
changemeplease defaultpassword temporarypassword administrator administrator1 administrator123 superadministrator rootpassword nhspassword1 nhspassword123
godsavethequeen godsavetheking rulebritannia happybirthday happynewyear merrychristmas alwaysandforever liveloveandlaugh livelaughlove
keepcalmandcarryon carpediem1234 hakunamatata maytheforcebewithyou winteriscoming1 lordoftherings harrypotter1 harrypotter123 gameofthrones
whatsmypassword idontknow1234 idontremember forgotpassword iforgotmypassword nopassword123 passwordpassword password12345678 passwordisthis
correctbatteryhorse trustnooneelse itsasecret123 supersecret123 topsecret1234 verysecret1234 mysecret12345 anonymous12345 hellohellohello
abcdefghijkl abcdefghijklm abcdefghijklmn abcdefghijklmnop abcdefghijklmnopqrstuvwxyz abcd12345678 abcdef123456 abc123abc123 a1b2c3d4e5f6 a1s2d3f4g5h6
1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc 1qaz2wsx3edc4rfv zaq12wsxcde3 qazwsxedcrfv qazwsxedc123 q1w2e3r4t5y6 zaq1xsw2cde3 1qazxsw23edc 123qweasdzxc qweasdzxc123 qwe123asd456
1a2b3c4d5e6f 112233445566 121212121212 123123123123 123321123321 101010101010 102030405060 147258369147 159357159357 159753159753 246813579000
987654321000 0987654321qwe 123456789abc 123456abcdef 123456qwerty 12345qwert12 qwerty123456 qwerty1234567 qwerty12345678 qwertyqwerty asdfghasdfgh zxcvbnzxcvbn`.split(/\s+/);
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890', '0987654321', 'poiuytrewq', 'lkjhgfdsa', 'mnbvcxz', 'qwertzuiop', 'azertyuiop', '!"£$%^&*()', '!@#$%^&*()'];

const list = new Set();
const add = (text) => { if (text.length >= shortest && text.length <= 32) list.add(text.toLowerCase()); };
const capital = (word) => word[0].toUpperCase() + word.slice(1);

phrases.forEach(add);
for (const word of words) {
  for (const tail of tails) add(word + tail);
  for (const year of word.length >= 8 ? years : recent) { add(word + year); add(word + year + '!'); add(year + word); add(`${word}-${year}`); add(`${word}@${year}`); }
  add(word + word); add(word + word + word); add(word + '.' + word); add(word + '-' + word); add(word + word + '1'); add(word + word + '123');
  add('my' + word + '123'); add('the' + word + '123'); add('ilove' + word); add('ilove' + word + '1'); add('i love ' + word); add(word + '123456'); add('123456' + word); add('1234' + word + '1234');
}
for (const [one, two] of pairs) for (const tail of ['', ...tails]) { add(one + two + tail); add(`${one} ${two} ${tail}`.trim()); }
const often = words.slice(0, 40);
for (const one of often) for (const two of often) add(one + two);
for (const row of rows) for (const other of rows) { add(row + other); for (let n = 3; n <= 8; n++) { add(row.slice(0, n) + other.slice(0, n)); add(row.slice(0, n) + other.slice(0, n) + '123'); add(row.slice(0, n).repeat(Math.ceil(shortest / n))); } }
for (const letter of 'abcdefghijklmnopqrstuvwxyz0123456789!*.-') for (let n = shortest; n <= 20; n++) add(letter.repeat(n));
for (let n = 1; n <= 9999; n += n < 100 ? 1 : 101) { const text = String(n); add(text.repeat(Math.ceil(shortest / text.length))); }
for (let start = 0; start < 10; start++) for (let n = shortest; n <= 20; n++) { let up = '', down = ''; for (let i = 0; i < n; i++) { up += (start + i) % 10; down += (start + 10 * n - i) % 10; } add(up); add(down); }
for (const year of recent) for (const month of ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']) { add(capital(month) + year + '!'); add(`${month} ${year}`); add(`01${month}${year}`); }

writeFileSync(new URL('../../src/CareCommissioning.Web/Access/Passwords/common-passwords.txt', import.meta.url), [...list].sort().join('\n') + '\n');
console.log(`${list.size} passwords`);
