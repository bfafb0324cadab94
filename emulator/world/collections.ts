import { Buckets } from "./buckets";
import { Contents } from "./contents";
import { FileUses } from "./file-uses";
import { Interactions } from "./interactions";
import { Jobs } from "./jobs";
import { MailedLinks } from "./mailed-links";
import type { Registration } from "./model";
import { OrganisationSettings } from "./organisation-settings";
import { OrganisationTokens } from "./organisation-tokens";
import { OrganisationTree } from "./organisation-tree";
import { Themes } from "./themes";
import { Services } from "./services";
import { UserDirectory } from "./user-directory";

/** All that the events change, by subject. */
export class Collections {
  readonly fileUses = new FileUses();
  readonly organisations = new OrganisationTree(this.fileUses);
  readonly users = new UserDirectory();
  readonly links = new MailedLinks();
  readonly tokens = new OrganisationTokens();
  readonly settings = new OrganisationSettings(this.fileUses);
  readonly buckets = new Buckets(this.fileUses);
  readonly contents = new Contents();
  readonly themes = new Themes();
  readonly interactions = new Interactions();
  readonly jobs = new Jobs();
  readonly services = new Services();
  /** Off, and a day, unless told otherwise (docs/platform.md#users). */
  registration: Registration = { selfRegistration: false, activationHours: 24 };
}
