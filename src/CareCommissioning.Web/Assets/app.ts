// Starts the kit's behaviour for the components our tag helpers write, and no other.
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  Header,
  NotificationBanner,
  PasswordInput,
  Radios,
  Scroll,
  SkipLink,
  Tabs,
  createAll,
} from 'nhsuk-frontend';

createAll(Button);
createAll(CharacterCount);
createAll(Checkboxes);
createAll(ErrorSummary);
createAll(FileUpload);
createAll(Header);
createAll(NotificationBanner);
createAll(PasswordInput);
createAll(Radios);
createAll(Scroll);
createAll(SkipLink);
createAll(Tabs);
