import { Buckets } from "./buckets";
import { Contents } from "./contents";
import { effects } from "./effects";
import type { WorldEvent } from "./events";
import { FileUses } from "./file-uses";
import { MailedLinks } from "./mailed-links";
import type { Registration } from "./model";
import { OrganisationSettings } from "./organisation-settings";
import { OrganisationTokens } from "./organisation-tokens";
import { OrganisationTree } from "./organisation-tree";
import { UserDirectory } from "./user-directory";

/** What the platform knows. It lives in memory and is changed by events only, so a list of events rebuilds it. */
export class World {
  readonly fileUses = new FileUses();
  readonly organisations = new OrganisationTree(this.fileUses);
  readonly users = new UserDirectory();
  readonly links = new MailedLinks();
  readonly tokens = new OrganisationTokens();
  readonly settings = new OrganisationSettings(this.fileUses);
  readonly buckets = new Buckets(this.fileUses);
  readonly contents = new Contents();
  /** Off, and a day, unless told otherwise (docs/platform.md#users). */
  registration: Registration = { selfRegistration: false, activationHours: 24 };

  apply(event: WorldEvent): void {
    // Each effect takes the event of its type, which the compiler does not follow through the look-up.
    (effects[event.type] as (world: World, event: WorldEvent) => void)(this, event);
  }
}

/** The world for those who ask it: questions only. */
export interface WorldView {
  readonly organisations: Pick<
    OrganisationTree,
    "nextId" | "get" | "all" | "childrenOf" | "sibling" | "isBelow" | "descendantsOf" | "lineageOf"
  >;
  readonly users: Pick<
    UserDirectory,
    "nextId" | "get" | "all" | "named" | "namedLike" | "withEmail" | "shownAs" | "membersOf"
  >;
  readonly links: Pick<MailedLinks, "withKey">;
  readonly tokens: Pick<OrganisationTokens, "nextId" | "get" | "all">;
  readonly settings: Pick<OrganisationSettings, "of">;
  readonly buckets: Pick<Buckets, "get" | "inStore" | "ownedBy" | "filesOf" | "fileOf">;
  readonly contents: Pick<Contents, "originOf" | "linksOf" | "profile" | "profiles" | "profilesOf">;
  readonly registration: Registration;
}
