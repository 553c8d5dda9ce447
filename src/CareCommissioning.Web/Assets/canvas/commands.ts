// What somebody does to the map: a form of the page, whose fields are made of the newest scene when it is sent. Pressed twice before the first was answered, the second builds on the first.
import { type Scene, type SceneBox, type SceneStage, type Thing, boxesOf, find } from './scene';

export type Fields = Record<string, string>;
export type Way = 'Up' | 'Down' | 'Left' | 'Right';

/** What a person typed and sent, to be handed back with its answer. */
export interface Typed {
  form: HTMLFormElement;
  /** What it is about; null for something new. */
  element: string | null;
  values: Fields;
}

export interface Command {
  /** The page's handler. */
  name: string;
  /** Or, as a sentence, why nothing is left to do. */
  fields(scene: Scene): Fields | string;
  typed?: Typed;
}

const gone = 'It is no longer on the map';
const noStageBeyond = 'There is no stage beyond this one';

export const tidy: Command = { name: 'Tidy', fields: () => ({}) };

export const undo: Command = { name: 'Undo', fields: ({ undo: next }) => (next === null ? 'There is nothing of yours to undo' : { change: String(next.number) }) };

export const redo: Command = { name: 'Undo', fields: ({ redo: next }) => (next === null ? 'There is nothing to redo' : { change: String(next.number) }) };

export function place(element: string, stage: string, below: string | null): Command {
  return { name: 'Place', fields: () => ({ element, stage, below: below ?? '' }) };
}

export function connect(from: string, to: string): Command {
  return { name: 'Connect', fields: () => ({ from, to }) };
}

export function remove(element: string): Command {
  return { name: 'Remove', fields: (scene) => (find(scene, element) === null ? gone : { element }) };
}

/** One place to the left (-1) or right (1). */
export function order(element: string, by: number): Command {
  return {
    name: 'Order',
    fields: (scene) => {
      const at = scene.stages.findIndex((stage) => stage.id === element);
      const isThere = scene.stages[at] !== undefined && scene.stages[at + by] !== undefined;
      return isThere ? { element, place: String(at + by) } : noStageBeyond;
    },
  };
}

/** One place in a direction; null where things of this kind do not go there. */
export function move(thing: Thing, way: Way): Command | null {
  const by = way === 'Up' || way === 'Left' ? -1 : 1;
  const isSideways = way === 'Left' || way === 'Right';
  if (thing.is === 'stage') {
    return isSideways ? order(thing.it.id, by) : null;
  }

  if (thing.is === 'move') {
    return null;
  }

  return {
    name: 'Place',
    fields: (scene) => {
      const box = scene.boxes.find((it) => it.id === thing.it.id);
      if (box === undefined) {
        return gone;
      }

      return isSideways ? sideways(scene, box, by) : upright(scene, box, by);
    },
  };
}

function sideways(scene: Scene, box: SceneBox, by: number): Fields | string {
  const stage: SceneStage | undefined = scene.stages[scene.stages.findIndex((it) => it.id === box.stage) + by];
  if (stage === undefined) {
    return noStageBeyond;
  }

  const middle = box.bounds.y + box.bounds.height / 2;
  const above = boxesOf(scene, stage.id).filter((other) => other.bounds.y + other.bounds.height / 2 < middle).at(-1);
  return { element: box.id, stage: stage.id, below: above?.id ?? '' };
}

function upright(scene: Scene, box: SceneBox, by: number): Fields | string {
  const others = boxesOf(scene, box.stage);
  const at = others.indexOf(box) + by;
  if (at < 0 || at >= others.length) {
    return by < 0 ? 'It stands at the top already' : 'It stands at the foot already';
  }

  const without = others.filter((other) => other !== box);
  return { element: box.id, stage: box.stage, below: without[at - 1]?.id ?? '' };
}
