/**
 * The roles that a new platform has, and what they allow: its roles.json (docs/platform.md#roles-and-permissions), which a system administrator may edit.
 * Administrators stand outside of it: they may do everything.
 */

export const conditions = [
  "owner",
  "organisation",
  "suborganisations",
  "parentOrg",
  "public",
  "shared",
  "collaborator",
  "self",
] as const;
export type Condition = (typeof conditions)[number];

/** Allowed, denied, allowed where one of the conditions holds, or wherever another permission is. */
export type Rule = boolean | readonly Condition[] | { readonly requires: string };

export const resourceTypes = ["User", "Organisation", "Bucket", "Theme", "Schema", "TransformationProject"] as const;
export type ResourceType = (typeof resourceTypes)[number];

export interface Role {
  readonly extends?: string;
  readonly label: { readonly en: string; readonly de: string };
  readonly resources: Readonly<Partial<Record<ResourceType, Readonly<Record<string, Rule>>>>>;
  readonly application: Readonly<Record<string, boolean>>;
}

/** Roles by their ids, in the order in which they extend each other. */
export type Roles = Readonly<Record<string, Role>>;

const interact = {
  comment: { requires: "read" },
  createNote: { requires: "read" },
} as const;
const ownData: readonly Condition[] = ["organisation"];
const ownAndParents: readonly Condition[] = ["organisation", "parentOrg"];
const below: readonly Condition[] = ["suborganisations"];
const ownAndBelow: readonly Condition[] = ["organisation", "suborganisations"];
const design = { create: ownData, edit: ownData, delete: ownData, view: { requires: "read" } } as const;
const designBelow = { create: below, edit: below, delete: below } as const;
const everythingBelow = { ...designBelow, read: below } as const;

export const roles = {
  anonymous: {
    label: { en: "Anonymous", de: "Anonym" },
    resources: {
      Bucket: { ...interact, editMetadata: { requires: "edit" } },
      Theme: { ...interact, editMetadata: { requires: "edit" } },
      Schema: interact,
      TransformationProject: { ...interact, replyToTask: { requires: "read" }, createTask: { requires: "edit" } },
    },
    application: { awsGrantAccess: false },
  },
  user: {
    extends: "anonymous",
    label: { en: "Registered user", de: "Standardnutzer" },
    resources: {
      User: { read: true, edit: ["self"] },
      Organisation: { read: true },
    },
    application: {},
  },
  dataManager: {
    extends: "user",
    label: { en: "Data manager", de: "Daten-Manager" },
    resources: {
      Bucket: { create: ownData, read: ownData, edit: ownData, delete: ownData },
      Theme: { read: ownAndParents },
      Schema: { read: ownAndParents },
      TransformationProject: { read: ownAndParents },
    },
    application: {},
  },
  themeManager: {
    extends: "dataManager",
    label: { en: "Theme manager", de: "Themen-Manager" },
    resources: { Theme: design, Schema: design, TransformationProject: design },
    application: {},
  },
  orgAdmin: {
    extends: "themeManager",
    label: { en: "Superuser", de: "Superanwender" },
    resources: {
      User: { create: true, delete: ownAndBelow, disable: ownAndBelow, accessDisabled: true, accessNotActivated: true },
      Organisation: { create: ownAndBelow, edit: ownAndBelow, delete: ownAndBelow, assignRole: ownAndBelow },
      Bucket: everythingBelow,
      Theme: designBelow,
      Schema: designBelow,
      TransformationProject: everythingBelow,
    },
    application: { viewSystemInfo: true },
  },
} as const satisfies Roles;
