// The board by keyboard: arrows go from thing to thing, with Shift they move it, single letters act on it while it has the focus.
import type { Board } from './board';
import { type Command, type Way, connect, move, redo, remove, undo } from './commands';
import { type SceneBox, boxesOf, find, mayConnect } from './scene';

export interface KeyDoings {
  do(command: Command): void;
  /** Shows what can be changed about a thing; a letter goes to one of its fields. */
  open(id: string, field?: 'name'): void;
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

    // Who has gone elsewhere does not come back in the midst of connecting.
    for (const going of ['focusin', 'pointerdown']) {
      document.addEventListener(going, (event) => {
        if (!frame.contains(event.target as Node)) {
          this.end();
        }
      });
    }
  }

  /** All was drawn anew, perhaps without the box that is being connected. */
  redrawn(): void {
    if (this.connecting !== null && find(this.board.scene!, this.connecting) === null) {
      this.connecting = null;
    }

    this.board.mark(this.connecting ?? '', 'canvas-from', true);
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
      const way = event.key.slice('Arrow'.length) as Way;
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
        // Held down, it would take away one thing after another.
        if (!event.repeat) {
          this.doings.do(remove(id));
        }

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
      this.doings.do(redo);
      return true;
    }

    if (key === 'z') {
      this.doings.do(undo);
      return true;
    }

    return false;
  }

  private go(id: string, way: Way): boolean {
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

  private move(id: string, way: Way): boolean {
    const at = find(this.board.scene!, id);
    const command = at === null ? null : move(at, way);
    if (command !== null) {
      this.doings.do(command);
    }

    return true;
  }

  private choose(id: string, opens: boolean): boolean {
    const scene = this.board.scene!;
    const [from, to] = [find(scene, this.connecting), find(scene, id)];
    if (from?.is === 'box') {
      if (to?.is === 'box' && mayConnect(scene, from.it, to.it)) {
        this.end();
        this.doings.do(connect(from.it.id, to.it.id));
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
