// Beside the board: what is selected, in words and fields. Whoever does not drag does everything here.
import type { Command } from './commands';
import { Forms } from './forms';
import { type Scene, type SceneBox, type Thing, boxesOf, find, mayConnect } from './scene';

/** Stands in the page's links where the id of what is selected goes. */
const noId = '00000000-0000-0000-0000-000000000000';

export class Panel {
  readonly forms: Forms;
  private readonly offered = new Map<HTMLSelectElement, { choices: string; chosen: string }>();
  private shown: string | null = null;
  private scene: Scene | null = null;

  constructor(private readonly root: HTMLElement, select: (id: string) => void, send: (command: Command) => void) {
    this.forms = new Forms(root, () => this.shown, send);
    root.addEventListener('click', (event) => {
      const id = (event.target as Element).closest<HTMLElement>('[data-select]')?.dataset['select'];
      if (id !== undefined) {
        select(id);
      }
    });
    this.part<HTMLSelectElement>('[name="stage"]').addEventListener('change', () => this.offerPlaces());
    this.part('[name="Add.Kind"]').addEventListener('change', () => this.showWhatIsAdded());
  }

  show(scene: Scene, chosen: string | null): void {
    this.scene = scene;
    const thing = find(scene, chosen);
    const isOther = chosen !== this.shown;
    this.shown = chosen;
    if (isOther) {
      this.forms.forgiveAll();
    }

    this.root.querySelectorAll<HTMLElement>('[data-about]').forEach((part) => {
      part.hidden = !part.dataset['about']!.split(' ').includes(thing?.is ?? 'nothing');
    });
    const [kind, name] = heading(thing);
    this.part('[data-kind]').textContent = kind;
    this.part('[data-name]').textContent = name;
    this.offerToAdd(scene, isOther ? thing : null);
    if (thing?.is === 'move') {
      this.forms.fill('Share', String(thing.it.share ?? ''), isOther);
    } else if (thing !== null) {
      this.forms.fill('Rename', thing.it.name, isOther);
    }

    if (thing !== null) {
      this.showLinks(thing);
    }

    if (thing?.is === 'box') {
      this.showBox(scene, thing.it, isOther);
    }
  }

  /** Takes the keyboard to a field, or to the heading of what is selected. */
  focus(field?: 'name'): void {
    const to = field === 'name' ? this.part<HTMLInputElement>('[name="Rename.Name"]') : this.part('[data-heading]');
    to.focus();
    if (to instanceof HTMLInputElement) {
      to.select();
    }
  }

  private part<T extends HTMLElement = HTMLElement>(selector: string): T {
    return this.root.querySelector<T>(selector)!;
  }

  private offerToAdd(scene: Scene, beside: Thing | null): void {
    const box = beside?.is === 'box' ? beside.it : null;
    const stage = beside?.is === 'stage' ? beside.it.id : (box?.stage ?? null);
    this.offer('[name="Add.Stage"]', scene.stages.map((it) => [it.id, it.name]), stage, true);
    const sources = scene.boxes.filter((it) => it.kind !== 'Exit').map((it): [string, string] => [it.id, it.name]);
    this.offer('[name="Add.From"]', [['', 'Nowhere yet'], ...sources], box === null || box.kind === 'Exit' ? null : box.id, true);
    this.showWhatIsAdded();
  }

  private showBox(scene: Scene, box: SceneBox, isOther: boolean): void {
    this.offer('[name="stage"]', scene.stages.map((stage) => [stage.id, stage.name]), box.stage, isOther);
    this.offerPlaces(isOther);
    const targets = scene.boxes.filter((to) => mayConnect(scene, box, to)).map((to): [string, string] => [to.id, to.name]);
    this.offer('[name="to"]', targets, null, false);
    this.part('[data-connects]').hidden = targets.length === 0;
    const name = (id: string): string => scene.boxes.find((it) => it.id === id)?.name ?? '';
    const moves = scene.moves.filter((move) => move.from === box.id || move.to === box.id);
    const list = this.part('[data-moves]');
    const focused = list.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset['select'] : undefined;
    list.replaceChildren(...moves.map((move) => {
      const share = move.share === null ? 'share not said' : `${move.share} %`;
      return this.item(move.id, move.from === box.id ? `To ${name(move.to)}, ${share}` : `From ${name(move.from)}, ${share}`);
    }));
    list.querySelector<HTMLElement>(`[data-select="${focused}"]`)?.focus();
    this.part('[data-has-moves]').hidden = moves.length === 0;
  }

  private item(id: string, words: string): HTMLElement {
    const [item, button] = [document.createElement('li'), document.createElement('button')];
    button.type = 'button';
    button.className = 'care-link-button';
    button.dataset['select'] = id;
    button.textContent = words;
    item.append(button);
    return item;
  }

  /** @param isOther Another box, or another stage for it: what was chosen before is no choice any more. */
  private offerPlaces(isOther = true): void {
    const box = find(this.scene!, this.shown);
    if (box?.is !== 'box') {
      return;
    }

    const stage = this.part<HTMLSelectElement>('[name="stage"]').value;
    const all = boxesOf(this.scene!, stage);
    const others = all.filter((other) => other.id !== box.it.id);
    const above = stage === box.it.stage ? all[all.findIndex((it) => it.id === box.it.id) - 1] : others.at(-1);
    this.offer('[name="below"]', [['', 'At the top'], ...others.map((other): [string, string] => [other.id, `Below ${other.name}`])], above?.id ?? '', isOther);
  }

  private showLinks(thing: Thing): void {
    const kind = thing.is === 'box' ? thing.it.kind : thing.is;
    this.root.querySelectorAll<HTMLElement>('[data-links]').forEach((list) => {
      list.hidden = list.dataset['links'] !== kind;
      list.querySelectorAll<HTMLAnchorElement>('a').forEach((link) => {
        link.dataset['address'] ??= link.getAttribute('href')!;
        link.setAttribute('href', link.dataset['address'].replace(noId, thing.it.id));
      });
    });
  }

  private showWhatIsAdded(): void {
    const kind = this.part<HTMLSelectElement>('[name="Add.Kind"]').value;
    this.part('[data-add-stage]').hidden = kind === 'Stage';
    this.part('[data-add-from]').hidden = kind === 'Stage' || kind === 'Entry';
  }

  /**
   * Fills a list, unless it says the same already: it may be open.
   * @param chosen What is so now; null where nothing is.
   * @param isOther Whether that is put in the place of what a person chose.
   */
  private offer(selector: string, choices: [string, string][], chosen: string | null, isOther: boolean): void {
    const list = this.part<HTMLSelectElement>(selector);
    const before = this.offered.get(list);
    const isUntouched = list.value === before?.chosen;
    const value = chosen !== null && (isOther || isUntouched) ? chosen : list.value;
    if (before?.choices !== JSON.stringify(choices)) {
      list.replaceChildren(...choices.map(([id, words]) => new Option(words, id, false, id === value)));
    }

    list.value = choices.some(([id]) => id === value) ? value : (choices[0]?.[0] ?? '');
    this.offered.set(list, { choices: JSON.stringify(choices), chosen: isOther || isUntouched ? list.value : (before?.chosen ?? '') });
  }
}

function heading(thing: Thing | null): [kind: string, name: string] {
  switch (thing?.is) {
    case 'stage':
      return ['Stage', thing.it.name];
    case 'box':
      return [thing.it.word, thing.it.name];
    case 'move':
      return ['Move', thing.it.label];
    default:
      return ['', 'Nothing selected'];
  }
}
