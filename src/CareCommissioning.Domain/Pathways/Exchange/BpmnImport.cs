using System.Xml.Linq;
using static CareCommissioning.Domain.Pathways.Exchange.BpmnNames;

namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>A map from a BPMN 2.0 file, of ours or of another tool, with a line about every element of it.</summary>
/// <remarks>
/// A sub-process becomes one step. What another tool changed in a file of ours (names, lanes, flows, figures) counts; all else is taken from our own extension.
/// The same file always gives the same map, ids included.
/// </remarks>
public static class BpmnImport
{
    /// <summary>Reads a file from anywhere. It never throws for what is in it.</summary>
    public static ImportResult Read(Stream stream)
    {
        var (root, refusal) = BpmnFile.Load(stream);
        if (root is null)
        {
            return ImportResult.Refused(refusal!);
        }

        var report = new ImportReport();
        var model = new BpmnModel(root, report);
        if (model.Nodes.Count(node => node.IsBox) > PathwayMap.MaxNodes)
        {
            return ImportResult.Refused(PathwayRefusals.TooLarge.Message);
        }

        var stages = new BpmnStages(model, report);
        var moves = new BpmnMoves(model, report);
        if (stages.Sources.Count > PathwayMap.MaxStages || moves.TooMany || moves.Ways.DistinctBy(way => (way.From.Xml, way.To.Xml)).Count() > PathwayMap.MaxMoves)
        {
            return ImportResult.Refused(PathwayRefusals.TooLarge.Message);
        }

        if (stages.Sources.Count == 0 && model.Processes.All(process => OwnJson.Acceptances(process) is null))
        {
            return ImportResult.Refused("There is nothing in the file that a map could show: no lane, no task and no event of a process");
        }

        var map = new ImportedMap(model, report, new BpsimReader(root, model, report)).Make(stages, moves);
        return ImportResult.Of(map, NameOf(root, model), report.Lines(root));
    }

    private static string? NameOf(XElement root, BpmnModel model)
    {
        string?[] names = [root.Elements(Model + "collaboration").Elements(Model + "participant").FirstOrDefault()?.Said("name"), .. model.Processes.Select(process => process.Said("name")), root.Said("name")];
        return names.Select(ExchangeText.Line).FirstOrDefault(name => name.Length > 0) is { } found ? ExchangeText.Cut(found, Pathway.MaxNameLength) : null;
    }
}
