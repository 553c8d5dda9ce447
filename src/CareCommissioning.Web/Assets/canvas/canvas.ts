// The page on which a map is drawn: board, panel and line to the server, put together. Without this script the page shows the picture and leads to the forms.
import { Board } from './board';
import { type Command, type Typed, order, redo, remove, tidy, undo } from './commands';
import { inFull } from './forms';
import { Keys } from './keys';
import { Line, type Refusal } from './line';
import { Panel } from './panel';
import { type Scene, find } from './scene';
import { type Trouble, wordsOf } from './trouble';

class DrawPage {
  private readonly status: HTMLElement;
  private readonly board: Board;
  private readonly keys: Keys;
  private readonly panel: Panel;
  private readonly line: Line;
  private scene: Scene | null = null;
  private selectNext: string | null = null;

  constructor(private readonly root: HTMLElement) {
    const frame = this.part('[data-board]');
    this.status = this.part('[data-status]');
    frame.replaceChildren();
    const doings = {
      selected: (id: string | null) => this.show(id),
      do: (command: Command) => this.line.send(command),
      open: (id: string, field?: 'name') => this.open(id, field),
      say: (words: string) => this.say(words),
    };
    this.board = new Board(frame, doings);
    this.panel = new Panel(this.part('[data-panel]'), (id) => this.open(id), doings.do);
    this.keys = new Keys(this.board, frame, doings);
    this.line = new Line(root.dataset['draw']!, {
      drawn: (scene, done) => this.keepingFocus(() => this.drawn(scene, done)),
      refused: (refusal, command) => this.refused(refusal, command.typed),
      needless: (why) => this.needless(why),
      saving: (isSaving) => this.root.classList.toggle('care-draw--saving', isSaving),
      trouble: (trouble) => this.keepingFocus(() => this.trouble(trouble)),
    });
  }

  start(): void {
    const tools: Record<string, () => void> = {
      undo: () => this.line.send(undo),
      redo: () => this.line.send(redo),
      tidy: () => this.line.send(tidy),
      'zoom-in': () => this.board.zoom(this.board.zoomedTo * 1.25),
      'zoom-out': () => this.board.zoom(this.board.zoomedTo / 1.25),
      fit: () => this.board.fit(),
      remove: () => this.onChosen(remove),
      earlier: () => this.onChosen((id) => order(id, -1)),
      later: () => this.onChosen((id) => order(id, 1)),
      'to-board': () => this.board.focusChosen(),
      again: () => this.line.again(),
    };
    this.root.addEventListener('click', (event) => {
      const tool = (event.target as Element).closest<HTMLButtonElement>('[data-do]');
      if (tool !== null && tool.getAttribute('aria-disabled') !== 'true') {
        tools[tool.dataset['do']!]?.();
      }
    });
    void this.line.start();
  }

  private drawn(scene: Scene, done: Command | null): void {
    const before = this.scene;
    this.scene = scene;
    if (done?.typed !== undefined) {
      this.panel.forms.saved(done.typed, scene);
      this.selectNext = done.name === 'Add' ? added(before, scene, done.typed.values['Add.Name']!) : this.selectNext;
    }

    if (done !== null) {
      this.part('[data-refused]').hidden = true;
    }

    const start = performance.now();
    this.board.show(scene);

    // How long it took stands in the browser's own record (docs/performance.md).
    performance.measure('care-draw', { start });
    if (!this.board.isDragging) {
      this.keys.redrawn();
      if (find(scene, this.selectNext) !== null) {
        this.board.select(this.selectNext);
      }

      this.selectNext = null;
    }

    this.tell(scene, done !== null);
    this.root.querySelectorAll<HTMLElement>('[data-scripted]').forEach((part) => (part.hidden = false));
    this.enable('undo', scene.undo === null ? null : `Undo: ${scene.undo.what}`);
    this.enable('redo', scene.redo === null ? null : `Redo: ${scene.redo.what}`);
    this.enable('tidy', scene.isPutByHand ? 'Tidy up: let all boxes find their places' : null);
    this.part('[data-to-mend]').textContent = scene.toMend === 0 ? 'Nothing stops its agreement' : `${scene.toMend} to mend before it can be agreed`;
    if (before === null) {
      this.root.dataset['ready'] = 'true';
    }
  }

  private tell(scene: Scene, isMine: boolean): void {
    const words = scene.news.map((news) => (news.mine ? news.what : `${news.who}: ${news.what}`));
    if (words.length > 0) {
      this.say(`${words.join('. ')}.${isMine ? ' Saved.' : ''}`);
    } else if (isMine) {
      this.say('Nothing changed.');
    }
  }

  private show(id: string | null): void {
    if (this.scene !== null) {
      this.panel.show(this.scene, id);
    }
  }

  private open(id: string, field?: 'name'): void {
    if (this.board.chosen !== id) {
      this.board.select(id);
    }

    this.panel.focus(field);
  }

  private onChosen(command: (id: string) => Command): void {
    if (this.board.chosen !== null) {
      this.line.send(command(this.board.chosen));
    }
  }

  private refused(refusal: Refusal, typed: Typed | undefined): void {
    if (typed === undefined || !this.panel.forms.refused(typed, refusal, this.scene!)) {
      const box = this.part('[data-refused]');
      box.textContent = typed === undefined ? refusal.message : inFull(typed, refusal);
      box.hidden = false;
    }
  }

  /** What was just done is still to be heard, and why there is no more of it. */
  private needless(why: string): void {
    const isSaving = this.root.classList.contains('care-draw--saving');
    const said = this.status.textContent ?? '';
    this.say(isSaving && !said.endsWith(why) ? `${said} ${why}` : why);
  }

  private trouble(trouble: Trouble | null): void {
    const box = this.part('[data-trouble]');
    if (trouble === null) {
      box.hidden = true;
      return;
    }

    const [message, ways] = wordsOf(trouble, this.line.unsaved);
    box.querySelectorAll<HTMLElement>('[data-way]').forEach((way) => (way.hidden = !ways.some((it) => it === way.dataset['way'])));
    box.hidden = false;

    // The same sentence is not read out every few seconds.
    const words = this.part('[data-message]');
    if (words.textContent !== message) {
      words.textContent = message;
    }
  }

  /** Where what has the keyboard's focus goes away, the focus goes to what stands beside it, and never to nothing. */
  private keepingFocus(change: () => void): void {
    const held = document.activeElement;
    const [isInPanel, isInTrouble] = ['[data-panel]', '[data-trouble]'].map((part) => held !== null && this.part(part).contains(held));
    change();
    const isLost = held !== null && (!held.isConnected || held.closest('[hidden]') !== null) && (document.activeElement === held || document.activeElement === document.body);
    if (isLost && isInPanel) {
      this.panel.focus();
    } else if (isLost && isInTrouble) {
      this.board.focusChosen();
    }
  }

  private enable(tool: string, title: string | null): void {
    const button = this.part(`[data-do="${tool}"]`);
    button.setAttribute('aria-disabled', String(title === null));
    button.title = title ?? '';
  }

  private say(words: string): void {
    this.status.textContent = words;
  }

  private part<T extends HTMLElement = HTMLElement>(selector: string): T {
    return this.root.querySelector<T>(selector)!;
  }
}

/** What a person added, among what others may have added at the same time. */
function added(before: Scene | null, now: Scene, name: string): string | null {
  const known = new Set([...(before?.boxes ?? []), ...(before?.stages ?? [])].map((thing) => thing.id));
  return [...now.boxes, ...now.stages].find((thing) => !known.has(thing.id) && thing.name === name.trim())?.id ?? null;
}

const root = document.querySelector<HTMLElement>('[data-draw]');
if (root !== null) {
  new DrawPage(root).start();
}
