// The board by keyboard: arrows go from thing to thing, with Shift they move it, single letters act on it while it has the focus.
import type { Board } from './board';
import { type SceneBox, boxesOf, find, mayConnect } from './scene';

export interface KeyDoings {
  place(id: string, stage: string, below: string | null): void;
  order(stage: string, place: number): void;
  connect(from: string, to: string): void;
  remove(id: string): void;
  /** Shows what can be changed about a thing; a letter goes to one of its fields. */
  open(id: string, field?: 'name'): void;
  undo(): void;
  redo(): void;
  say(words: string): void;
}

export class Keys {
  private connecting: string | null = null;

  constructor(private readonly board: Board, frame: HTMLElement, private readonly doings: KeyDoings) {
    frame.addEventListener('keydown', (event) => {
      if (this.handle(event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    });
  }

  private handle(event: KeyboardEvent): boolean {
    const id = this.board.focused;
    if (event.altKey || id === null || this.board.scene === null) {
      return false;
    }

    if (event.ctrlKey || event.metaKey) {
      return this.handleControl(event);
    }

    if (event.key.startsWith('Arrow')) {
      const way = event.key.slice('Arrow'.length) as 'Up' | 'Down' | 'Left' | 'Right';
      return event.shiftKey ? this.move(id, way) : this.go(id, way);
    }

    switch (event.key) {
      case 'Home':
        this.board.focus(this.board.reading[0] ?? null);
        return true;
      case 'End':
        this.board.focus(this.board.reading.at(-1) ?? null);
        return true;
      case 'Enter':
      case ' ':
        return this.choose(id, event.key === 'Enter');
      case 'Escape':
        return this.escape();
      case 'Delete':
        this.doings.remove(id);
        return true;
      case 'F2':
        this.board.select(id);
        this.doings.open(id, 'name');
        return true;
      case 'c':
      case 'C':
        return this.beginToConnect(id);
      case '+':
        this.board.zoom(this.board.zoomedTo * 1.25);
        return true;
      case '-':
        this.board.zoom(this.board.zoomedTo / 1.25);
        return true;
      case '0':
        this.board.fit();
        return true;
      default:
        return false;
    }
  }

  private handleControl(event: KeyboardEvent): boolean {
    const key = event.key.toLowerCase();
    if (key === 'y' || (key === 'z' && event.shiftKey)) {
      this.doings.redo();
      return true;
    }

    if (key === 'z') {
      this.doings.undo();
      return true;
    }

    return false;
  }

  private go(id: string, way: 'Up' | 'Down' | 'Left' | 'Right'): boolean {
    const scene = this.board.scene!;
    const at = find(scene, id);
    const stages = scene.stages;
    const stage = at?.is === 'box' ? at.it.stage : id;
    const column = [stage, ...boxesOf(scene, stage).map((box) => box.id)];
    if (way === 'Up' || way === 'Down') {
      this.board.focus(column[column.indexOf(id) + (way === 'Up' ? -1 : 1)] ?? null);
      return true;
    }

    const beside = stages[stages.findIndex((it) => it.id === stage) + (way === 'Left' ? -1 : 1)];
    if (beside !== undefined) {
      this.board.focus((at?.is === 'box' ? this.nearest(beside.id, at.it)?.id : null) ?? beside.id);
    }

    return true;
  }

  private nearest(stage: string, to: SceneBox): SceneBox | undefined {
    const distance = (box: SceneBox): number => Math.abs(box.bounds.y + box.bounds.height / 2 - to.bounds.y - to.bounds.height / 2);
    return boxesOf(this.board.scene!, stage).sort((one, other) => distance(one) - distance(other))[0];
  }

  private move(id: string, way: 'Up' | 'Down' | 'Left' | 'Right'): boolean {
    const scene = this.board.scene!;
    const at = find(scene, id);
    const sideways = way === 'Left' ? -1 : way === 'Right' ? 1 : 0;
    if (at?.is === 'stage' && sideways !== 0) {
      const place = scene.stages.indexOf(at.it) + sideways;
      if (place < 0 || place >= scene.stages.length) {
        this.doings.say('There is no stage beyond this one');
      } else {
        this.doings.order(id, place);
      }
    } else if (at?.is === 'box' && sideways !== 0) {
      this.moveSideways(at.it, sideways);
    } else if (at?.is === 'box') {
      this.moveUpright(at.it, way === 'Up' ? -1 : 1);
    }

    return true;
  }

  private moveSideways(box: SceneBox, by: number): void {
    const scene = this.board.scene!;
    const stage = scene.stages[scene.stages.findIndex((it) => it.id === box.stage) + by];
    if (stage === undefined) {
      this.doings.say('There is no stage beyond this one');
      return;
    }

    const middle = box.bounds.y + box.bounds.height / 2;
    const above = boxesOf(scene, stage.id).filter((other) => other.bounds.y + other.bounds.height / 2 < middle).at(-1);
    this.doings.place(box.id, stage.id, above?.id ?? null);
  }

  private moveUpright(box: SceneBox, by: number): void {
    const others = boxesOf(this.board.scene!, box.stage);
    const place = others.indexOf(box) + by;
    if (place < 0 || place >= others.length) {
      this.doings.say(by < 0 ? 'It stands at the top already' : 'It stands at the foot already');
      return;
    }

    const without = others.filter((other) => other !== box);
    this.doings.place(box.id, box.stage, without[place - 1]?.id ?? null);
  }

  private choose(id: string, opens: boolean): boolean {
    const scene = this.board.scene!;
    const [from, to] = [find(scene, this.connecting), find(scene, id)];
    if (from?.is === 'box') {
      if (to?.is === 'box' && mayConnect(scene, from.it, to.it)) {
        this.end();
        this.doings.connect(from.it.id, to.it.id);
      } else {
        this.doings.say('No new move can lead here. Go to another box, or press Escape');
      }

      return true;
    }

    this.board.select(id);
    if (opens) {
      this.doings.open(id);
    }

    return true;
  }

  private beginToConnect(id: string): boolean {
    const from = find(this.board.scene!, id);
    if (from?.is !== 'box' || from.it.kind === 'Exit') {
      this.doings.say('Nothing leads on from here');
      return true;
    }

    this.end();
    this.connecting = id;
    this.board.mark(id, 'canvas-from', true);
    this.doings.say(`Connecting ${from.it.name}. Go to the box where people go on to, and press Enter; Escape stops it`);
    return true;
  }

  private escape(): boolean {
    if (this.connecting !== null) {
      this.end();
      this.doings.say('Nothing was connected');
      return true;
    }

    this.board.select(null);
    return true;
  }

  private end(): void {
    if (this.connecting !== null) {
      this.board.mark(this.connecting, 'canvas-from', false);
      this.connecting = null;
    }
  }
}
