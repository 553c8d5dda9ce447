// Starts the kit's behaviour for the components our tag helpers write, and no other.
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  Header,
  NotificationBanner,
  PasswordInput,
  Radios,
  Scroll,
  SkipLink,
  Tabs,
  createAll,
} from 'nhsuk-frontend';
import { watchSession } from './session';

// A radio may not say "expanded" (ARIA 1.2); what it reveals comes next in the page anyway.
class PlainRadios extends Radios {
  override syncConditionalRevealWithInputState($input: HTMLInputElement): void {
    super.syncConditionalRevealWithInputState($input);
    $input.removeAttribute('aria-expanded');
  }
}

// No FileUpload: the browser's own file input says by itself what is chosen, and takes a dropped file too.
createAll(Button);
createAll(CharacterCount);
createAll(Checkboxes);
createAll(ErrorSummary);
createAll(Header);
createAll(NotificationBanner);
createAll(PasswordInput);
createAll(PlainRadios);
createAll(Scroll);
createAll(SkipLink);
createAll(Tabs);
watchSession();
