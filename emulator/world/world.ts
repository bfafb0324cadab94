import { roles as platformRoles, type Roles } from "../../provider/contract";
import { Collections } from "./collections";
import type { Buckets } from "./buckets";
import type { Contents } from "./contents";
import { effects } from "./effects";
import type { Entries } from "./entries";
import type { WorldEvent } from "./events";
import type { ForumPost, ForumTopic, Comment, Note, Task } from "./interaction-model";
import type { Interactions } from "./interactions";
import type { Jobs } from "./jobs";
import type { MailedLinks } from "./mailed-links";
import type { Registration } from "./model";
import type { OrganisationSettings } from "./organisation-settings";
import type { OrganisationTokens } from "./organisation-tokens";
import type { OrganisationTree } from "./organisation-tree";
import type { Themes } from "./themes";
import type { Services } from "./services";
import type { UserDirectory } from "./user-directory";

/** What the platform knows. It lives in memory and is changed by events only, so a list of events rebuilds it. */
export class World extends Collections {
  constructor(readonly roles: Roles = platformRoles) {
    super();
  }

  apply(event: WorldEvent): void {
    // Each effect takes the event of its type, which the compiler does not follow through the look-up.
    (effects[event.type] as (world: Collections, event: WorldEvent) => void)(this, event);
  }
}

/** The world for those who ask it: questions only. */
export interface WorldView {
  /** What roles there are, and what they allow: they come from the roles file, not from an event. */
  readonly roles: Roles;
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
  readonly buckets: Pick<Buckets, "get" | "inStore" | "ownedBy" | "withTheme" | "belongingTo" | "filesOf" | "fileOf">;
  readonly contents: Pick<Contents, "originOf" | "linksOf" | "profile" | "profiles" | "profilesOf">;
  readonly themes: Pick<Themes, "get" | "named" | "all" | "ownedBy">;
  readonly interactions: Pick<Interactions, "repliesTo"> & {
    readonly comments: EntriesView<Comment>;
    readonly tasks: EntriesView<Task>;
    readonly notes: EntriesView<Note>;
    readonly topics: EntriesView<ForumTopic>;
    readonly posts: EntriesView<ForumPost>;
  };
  readonly jobs: Pick<Jobs, "get" | "all" | "open">;
  readonly services: Pick<Services, "get" | "all" | "calls">;
  readonly registration: Registration;
}

type EntriesView<T extends { readonly id: string }> = Pick<Entries<T>, "nextId" | "get" | "all">;
