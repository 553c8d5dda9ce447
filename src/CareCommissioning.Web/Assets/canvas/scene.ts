// What the server draws: the picture, and where each thing stands in it (Scene.cs).

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface SceneStage {
  id: string;
  name: string;
  label: string;
  band: Area;
}

export type BoxKind = 'Entry' | 'Step' | 'ChoicePoint' | 'Exit';

export interface SceneBox {
  id: string;
  kind: BoxKind;
  word: string;
  name: string;
  stage: string;
  label: string;
  bounds: Area;
}

export interface SceneMove {
  id: string;
  from: string;
  to: string;
  share: number | null;
  label: string;
  points: [number, number][];
}

export interface SceneChange {
  number: number;
  what: string;
}

export interface SceneNews {
  who: string;
  what: string;
  mine: boolean;
}

export interface Scene {
  changes: number;
  token: string;
  mark: string;
  picture: string;
  width: number;
  height: number;
  stages: SceneStage[];
  boxes: SceneBox[];
  moves: SceneMove[];
  isPutByHand: boolean;
  toMend: number;
  undo: SceneChange | null;
  redo: SceneChange | null;
  news: SceneNews[];
}

export type Thing =
  | { is: 'stage'; it: SceneStage }
  | { is: 'box'; it: SceneBox }
  | { is: 'move'; it: SceneMove };

export function find(scene: Scene, id: string | null): Thing | null {
  const stage = scene.stages.find((it) => it.id === id);
  if (stage !== undefined) {
    return { is: 'stage', it: stage };
  }

  const box = scene.boxes.find((it) => it.id === id);
  if (box !== undefined) {
    return { is: 'box', it: box };
  }

  const move = scene.moves.find((it) => it.id === id);
  return move === undefined ? null : { is: 'move', it: move };
}

/** Boxes of a stage from top to bottom. */
export function boxesOf(scene: Scene, stage: string): SceneBox[] {
  return scene.boxes.filter((box) => box.stage === stage);
}

/** Whether people can go from one box to the other by a new move. */
export function mayConnect(scene: Scene, from: SceneBox, to: SceneBox): boolean {
  return from.id !== to.id && from.kind !== 'Exit' && to.kind !== 'Entry' && !scene.moves.some((move) => move.from === from.id && move.to === to.id);
}

/** Where a box stands when its middle is put at a point: the stage, and the box above it. */
export function placeAt(scene: Scene, id: string, x: number, y: number): { stage: SceneStage; below: SceneBox | null } | null {
  const distance = ({ band }: SceneStage): number => Math.max(band.x - x, x - (band.x + band.width), 0);
  const stage = [...scene.stages].sort((one, other) => distance(one) - distance(other))[0];
  if (stage === undefined) {
    return null;
  }

  const above = boxesOf(scene, stage.id).filter((box) => box.id !== id && box.bounds.y + box.bounds.height / 2 < y);
  return { stage, below: above.at(-1) ?? null };
}
