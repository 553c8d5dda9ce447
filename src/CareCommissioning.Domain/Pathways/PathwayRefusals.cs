using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Pathways;

/// <summary>Every reason this context says no, in the words the user reads.</summary>
public static class PathwayRefusals
{
    public static readonly Refusal NotOnTheMap = new("not-on-the-map", "This is no longer on the map: somebody else may have taken it away");

    public static readonly Refusal NoSuchStage = new("no-such-stage", "Choose one of the map’s stages");

    public static readonly Refusal NoSuchStep = new("no-such-step", "Choose another step of the map");

    public static readonly Refusal StageNotEmpty = new("stage-not-empty", "Move or take away what stands in this stage first");

    public static readonly Refusal NameTaken = new("name-taken", "This name is there already: enter another one");

    public static readonly Refusal TooLarge = new("map-too-large", $"A map has at most {PathwayMap.MaxStages} stages, {PathwayMap.MaxNodes} boxes and {PathwayMap.MaxMoves} moves: divide it into several pathways");

    public static readonly Refusal PayersNotWhole = new("payers-not-whole", "The shares must be 0 or more and exactly 100 together");

    public static readonly Refusal MovesToItself = new("moves-to-itself", "Choose another box: a move leads from one box to another");

    public static readonly Refusal LeadsFromAnExit = new("leads-from-exit", "An exit is where people leave: no move leads from it");

    public static readonly Refusal LeadsToAnEntry = new("leads-to-entry", "An entry is where people come from: no move leads to it");

    public static readonly Refusal AlreadyConnected = new("already-connected", "These two are connected already: change that move instead");

    public static readonly Refusal SaidOtherwiseSince = new("said-otherwise-since", "Somebody else changed this meanwhile: look at what it says now, then change it again");

    public static readonly Refusal IsFrozen = new("version-frozen", "This version is no longer changed: start a new version from it");

    public static readonly Refusal NotADraft = new("not-a-draft", "This version is no longer a draft");

    public static readonly Refusal NothingToShow = new("nothing-to-show", "Draw something first: the map is empty");

    public static readonly Refusal NotInConsultation = new("not-in-consultation", "Only a version in consultation is put to signature");

    public static readonly Refusal NotReady = new("not-ready", "Put right what stands on this page first");

    public static readonly Refusal NotProposed = new("benefit-not-proposed", "This benefit is no longer proposed");

    public static readonly Refusal MeasureIncomplete = new("measure-incomplete", "Say the baseline, the target and the owner first, each with its date: without them nobody can tell whether it came about");

    public static readonly Refusal NotApproved = new("benefit-not-approved", "Only an approved benefit is achieved");

    public static readonly Refusal TargetNotReached = new("target-not-reached", "The latest value has not reached the target");

    public static readonly Refusal WithdrawnAlready = new("benefit-withdrawn", "This benefit is withdrawn already");

    public static readonly Refusal NothingToUndo = new("nothing-to-undo", "There is no change to undo");

    public static readonly Refusal ChangedSince = new("changed-since", "What this change touched was changed again since: undo the later change first");
}
