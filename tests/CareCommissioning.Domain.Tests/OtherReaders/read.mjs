// Reads what we export with other people's readers. Takes a list of { kind, text } from standard input; answers what each reader said and found.
import { BpmnModdle } from 'bpmn-moddle';
import fhir from 'fhir';
import { text } from 'node:stream/consumers';

const bpmn = new BpmnModdle();
const plans = new fhir.Fhir();

async function readBpmn(file) {
  const { rootElement, warnings, references } = await bpmn.fromXML(file);
  const process = rootElement.rootElements.find((element) => element.$type === 'bpmn:Process');
  const flow = process.flowElements ?? [];
  return {
    complaints: [...warnings.map((warning) => warning.message), ...references.filter(({ element, property }) => element.get(property) === undefined).map(({ id }) => `Nothing has the id ${id}`)],
    stages: process.laneSets?.flatMap((set) => set.lanes ?? []).length ?? 0,
    boxes: flow.filter((element) => element.$type !== 'bpmn:SequenceFlow').length,
    moves: flow.filter((element) => element.$type === 'bpmn:SequenceFlow' && element.sourceRef && element.targetRef).length,
  };
}

function readPlan(file) {
  const plan = JSON.parse(file);
  const { messages } = plans.validate(plan, { errorOnUnexpected: true });
  const within = (action) => (action.action ?? []).flatMap((inner) => [inner, ...within(inner)]);
  return {
    complaints: messages.filter((message) => message.severity === 'error' || message.severity === 'fatal').map((message) => `${message.location}: ${message.message}`),
    stages: (plan.action ?? []).length,
    boxes: within(plan).length - (plan.action ?? []).length,
    moves: 0,
  };
}

const answers = [];
for (const { kind, text: file } of JSON.parse(await text(process.stdin))) {
  answers.push(kind === 'bpmn' ? await readBpmn(file) : readPlan(file));
}

process.stdout.write(JSON.stringify(answers));
