// The panel's forms. What is typed is sent as a command, and handed back with that command's answer: no other answer touches it.
import type { Command, Fields, Typed } from './commands';
import type { Refusal } from './line';
import { type Scene, find } from './scene';

const conflict = 'said-otherwise-since';

/** Forms in which one field is changed, and the hidden field that tells what it said before. */
const changed: Record<string, { field: string; was: string }> = {
  Rename: { field: 'Rename.Name', was: 'Rename.Was' },
  Share: { field: 'Share.Share', was: 'Share.Was' },
};

/** Fields by which a form says what it is about. */
const subjects: Record<string, string> = { Rename: 'Rename.Element', Share: 'Share.Element', Place: 'element', Connect: 'from' };

export class Forms {
  private readonly filled = new Map<HTMLInputElement, string>();
  private readonly sent: Typed[] = [];

  constructor(private readonly root: HTMLElement, private readonly shown: () => string | null, send: (command: Command) => void) {
    root.addEventListener('submit', (event) => {
      event.preventDefault();
      const typed = this.take(event.target as HTMLFormElement);

      // The second of two clicks says the same and is done with the first.
      if (!this.sent.some((it) => it.form === typed.form && JSON.stringify(it.values) === JSON.stringify(typed.values))) {
        this.sent.push(typed);
        this.forgive(typed.form);
        send({ name: nameOf(typed.form), fields: () => typed.values, typed });
      }
    });
  }

  /** Shows what is so now. What somebody is typing stays, and with it what it was before: the server tells when another was faster. */
  fill(name: 'Rename' | 'Share', value: string, isOther: boolean): void {
    const { field, was } = changed[name]!;
    const input = this.input(field);
    if (isOther || (input.value === this.filled.get(input) && input !== document.activeElement)) {
      input.value = value;
      this.begin(input, was, value);
    }
  }

  /** What was typed was saved: the fields show what is so now, unless something else was typed since. */
  saved(typed: Typed, scene: Scene): void {
    this.forget(typed);
    const name = nameOf(typed.form);
    if (name === 'Add' && this.input('Add.Name').value === typed.values['Add.Name']) {
      this.input('Add.Name').value = '';
    }

    const names = changed[name];
    if (names !== undefined) {
      const now = saysNow(scene, typed.element);

      // What the same person sent meanwhile builds on what they sent before.
      this.sent.filter((it) => it.form === typed.form && it.element === typed.element).forEach((it) => (it.values[names.was] = now));
      if (typed.element === this.shown()) {
        const input = this.input(names.field);
        if (input.value === typed.values[names.field]) {
          input.value = now;
        }

        this.begin(input, names.was, now);
      }
    }
  }

  /**
   * Says beside its field why what was typed was not taken.
   * @returns false when the form is about something else by now, so that it must be said elsewhere.
   */
  refused(typed: Typed, refusal: Refusal, scene: Scene): boolean {
    this.forget(typed);
    if (typed.element !== null && typed.element !== this.shown()) {
      return false;
    }

    this.handBack(typed);
    const names = changed[nameOf(typed.form)];
    if (refusal.code === conflict && names !== undefined) {
      const now = saysNow(scene, typed.element);
      this.begin(this.input(names.field), names.was, now);
      this.show(typed.form, names.field, `Somebody else changed this meanwhile. It says ${now === '' ? 'nothing' : `“${now}”`} now: press the button again to put yours in its place`);
    } else {
      this.show(typed.form, refusal.field, refusal.message);
    }

    return true;
  }

  /** Takes back what was said of all forms. */
  forgiveAll(): void {
    this.root.querySelectorAll('form').forEach((form) => this.forgive(form));
  }

  private take(form: HTMLFormElement): Typed {
    const values: Fields = {};
    new FormData(form).forEach((value, field) => (values[field] = String(value)));
    const subject = subjects[nameOf(form)];
    if (subject !== undefined) {
      values[subject] = this.shown() ?? '';
    }

    return { form, element: subject === undefined ? null : values[subject]!, values };
  }

  private forget(typed: Typed): void {
    this.sent.splice(this.sent.indexOf(typed), 1);
  }

  /** Puts what was typed back where it went away: somebody selected other things before the answer came. */
  private handBack({ form, values }: Typed): void {
    form.querySelectorAll<HTMLInputElement>('.nhsuk-input').forEach((input) => {
      const typed = values[input.name];
      if (typed !== undefined && input !== document.activeElement && (input.value === '' || input.value === this.filled.get(input))) {
        input.value = typed;
      }
    });
  }

  private begin(input: HTMLInputElement, was: string, value: string): void {
    this.input(was).value = value;
    this.filled.set(input, value);
  }

  private show(form: HTMLFormElement, name: string | null, message: string): void {
    this.forgive(form);
    const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('.nhsuk-input, .nhsuk-select')].filter((it) => it.closest('[hidden]') === null);
    const field = fields.find((it) => it.name === name) ?? fields[0];
    if (field === undefined) {
      return;
    }

    const error = document.createElement('span');
    error.className = 'nhsuk-error-message';
    error.id = `${field.id}-refusal`;
    error.setAttribute('role', 'alert');
    error.textContent = message;
    field.before(error);
    field.setAttribute('aria-describedby', error.id);
    field.setAttribute('aria-invalid', 'true');
    field.closest('.nhsuk-form-group')?.classList.add('nhsuk-form-group--error');

    // Who has gone on to something else meanwhile is not called back.
    if (form.contains(document.activeElement) || document.activeElement === document.body) {
      field.focus();
    }
  }

  private forgive(form: HTMLFormElement): void {
    form.querySelectorAll('.nhsuk-error-message').forEach((error) => error.remove());
    form.querySelectorAll('.nhsuk-form-group--error').forEach((group) => group.classList.remove('nhsuk-form-group--error'));
    form.querySelectorAll('[aria-invalid]').forEach((field) => {
      field.removeAttribute('aria-invalid');
      field.removeAttribute('aria-describedby');
    });
  }

  private input(name: string): HTMLInputElement {
    return this.root.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
  }
}

/** A refusal in full, for where its form is not to be seen. */
export function inFull({ form, values }: Typed, { message }: Refusal): string {
  const typed = [...form.querySelectorAll<HTMLInputElement>('.nhsuk-input')].map((input) => values[input.name])[0];
  return typed === undefined ? message : `“${typed}” was not saved. ${message}`;
}

function nameOf(form: HTMLFormElement): string {
  return form.dataset['send']!;
}

/** What the field that a form changes says now. */
function saysNow(scene: Scene, element: string | null): string {
  const thing = find(scene, element);
  if (thing === null) {
    return '';
  }

  return thing.is === 'move' ? String(thing.it.share ?? '') : thing.it.name;
}
