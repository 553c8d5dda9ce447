// Beside the board: what is selected, in words and fields. Whoever does not drag does everything here.
import { type Scene, type SceneBox, type Thing, boxesOf, find, mayConnect } from './scene';

/** Stands in the page's links where the id of what is selected goes. */
const noId = '00000000-0000-0000-0000-000000000000';

const kinds: Record<SceneBox['kind'], string> = { Entry: 'Entry', Step: 'Step', ChoicePoint: 'Choice point', Exit: 'Exit' };

export class Panel {
  private readonly filled = new Map<HTMLInputElement, string>();
  private shown: string | null = null;

  constructor(private readonly root: HTMLElement, select: (id: string) => void) {
    root.addEventListener('click', (event) => {
      const id = (event.target as Element).closest<HTMLElement>('[data-select]')?.dataset['select'];
      if (id !== undefined) {
        select(id);
      }
    });
    this.part<HTMLSelectElement>('[name="stage"]').addEventListener('change', () => this.offerPlaces());
    this.part('[name="Add.Kind"]').addEventListener('change', () => this.showWhatIsAdded());
  }

  private scene: Scene | null = null;

  show(scene: Scene, chosen: string | null): void {
    this.scene = scene;
    const thing = find(scene, chosen);
    const isOther = chosen !== this.shown;
    this.shown = chosen;
    if (isOther) {
      this.root.querySelectorAll('form').forEach((form) => this.forgive(form));
    }

    this.root.querySelectorAll<HTMLElement>('[data-about]').forEach((part) => {
      part.hidden = !part.dataset['about']!.split(' ').includes(thing?.is ?? 'nothing');
    });
    this.part('[data-name]').textContent = thing === null ? 'Nothing selected' : thing.is === 'move' ? thing.it.label : thing.it.name;
    this.part('[data-kind]').textContent = thing === null ? '' : thing.is === 'box' ? kinds[thing.it.kind] : thing.is === 'move' ? 'Move' : 'Stage';
    this.offer('[name="Add.Stage"]', scene.stages.map((stage) => [stage.id, stage.name]), isOther && thing !== null && thing.is !== 'move' ? (thing.is === 'box' ? thing.it.stage : thing.it.id) : null);
    this.offer('[name="Add.From"]', [['', 'Nowhere yet'], ...scene.boxes.filter((box) => box.kind !== 'Exit').map((box): [string, string] => [box.id, box.name])], isOther && thing?.is === 'box' && thing.it.kind !== 'Exit' ? thing.it.id : null);
    this.showWhatIsAdded();
    if (thing !== null) {
      this.fillFields(thing, isOther);
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

  /** What was typed was saved: the fields show what is so now. */
  saved(form: HTMLFormElement): void {
    form.querySelectorAll<HTMLInputElement>('input').forEach((input) => this.filled.set(input, input.value));
    if (form.dataset['send'] === 'Add') {
      this.part<HTMLInputElement>('[name="Add.Name"]').value = '';
    }
  }

  /** Says beside its field why what was typed was not taken. */
  refuse(form: HTMLFormElement, message: string): void {
    this.forgive(form);
    const field = form.querySelector<HTMLElement>('.nhsuk-input, .nhsuk-select')!;
    const error = document.createElement('span');
    error.className = 'nhsuk-error-message';
    error.id = `${field.id}-refusal`;
    error.setAttribute('role', 'alert');
    error.textContent = message;
    field.before(error);
    field.setAttribute('aria-describedby', error.id);
    field.setAttribute('aria-invalid', 'true');
    field.closest('.nhsuk-form-group')?.classList.add('nhsuk-form-group--error');
    field.focus();
  }

  /** Takes back what was said of a form. */
  forgive(form: HTMLFormElement): void {
    form.querySelectorAll('.nhsuk-error-message').forEach((error) => error.remove());
    form.querySelectorAll('.nhsuk-form-group--error').forEach((group) => group.classList.remove('nhsuk-form-group--error'));
    form.querySelectorAll('[aria-invalid]').forEach((field) => {
      field.removeAttribute('aria-invalid');
      field.removeAttribute('aria-describedby');
    });
  }

  private part<T extends HTMLElement = HTMLElement>(selector: string): T {
    return this.root.querySelector<T>(selector)!;
  }

  private fillFields(thing: Thing, isOther: boolean): void {
    this.root.querySelectorAll<HTMLInputElement>('[data-id-field]').forEach((input) => {
      input.value = thing.it.id;
    });
    if (thing.is === 'move') {
      this.fill('Share.Share', 'Share.Was', thing.it.share === null ? '' : String(thing.it.share), isOther);
    } else {
      this.fill('Rename.Name', 'Rename.Was', thing.it.name, isOther);
    }
  }

  /** What somebody is typing stays, and with it what it was before: the server tells when another was faster. */
  private fill(field: string, was: string, value: string, isOther: boolean): void {
    const input = this.part<HTMLInputElement>(`[name="${field}"]`);
    if (isOther || input.value === this.filled.get(input)) {
      input.value = value;
      this.part<HTMLInputElement>(`[name="${was}"]`).value = value;
      this.filled.set(input, value);
    }
  }

  private showBox(scene: Scene, box: SceneBox, isOther: boolean): void {
    this.offer('[name="stage"]', scene.stages.map((stage) => [stage.id, stage.name]), isOther ? box.stage : null);
    this.offerPlaces(isOther);
    const targets = scene.boxes.filter((to) => mayConnect(scene, box, to)).map((to): [string, string] => [to.id, to.name]);
    this.offer('[name="to"]', targets, null);
    this.part('[data-connects]').hidden = targets.length === 0;
    const name = (id: string): string => scene.boxes.find((it) => it.id === id)?.name ?? '';
    const moves = scene.moves.filter((move) => move.from === box.id || move.to === box.id);
    this.part('[data-moves]').replaceChildren(...moves.map((move) => {
      const share = move.share === null ? 'share not said' : `${move.share} %`;
      return this.item(move.id, move.from === box.id ? `To ${name(move.to)}, ${share}` : `From ${name(move.from)}, ${share}`);
    }));
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

  private offerPlaces(isOther = true): void {
    const box = find(this.scene!, this.shown);
    if (box?.is !== 'box') {
      return;
    }

    const stage = this.part<HTMLSelectElement>('[name="stage"]').value;
    const all = boxesOf(this.scene!, stage);
    const others = all.filter((other) => other.id !== box.it.id);
    const above = stage === box.it.stage ? all[all.findIndex((it) => it.id === box.it.id) - 1]?.id ?? '' : others.at(-1)?.id ?? '';
    this.offer('[name="below"]', [['', 'At the top'], ...others.map((other): [string, string] => [other.id, `Below ${other.name}`])], isOther ? above : null);
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

  /** Fills a list, and keeps what was chosen in it where that is still there. */
  private offer(selector: string, choices: [string, string][], chosen: string | null): void {
    const list = this.part<HTMLSelectElement>(selector);
    const kept = chosen ?? list.value;
    list.replaceChildren(...choices.map(([value, words]) => new Option(words, value, false, value === kept)));
  }
}
