import * as store from "../../contract/store";
import type { Values } from "../live";
import { namedIn, organisationPage, type Grant, type Holder, type TenantStanding } from "../standing";

/** Buckets, schemas and projects have their ids from the stores. */
const family = "content";

/** Content without a resource kind of its own. Schemas and projects have one, with a list of their own. */
const plainStores = store.storeNames.filter((name) => name !== "schemas" && name !== "projects");

const schemas = "schemas";
const projects = "projects";

/** Where a bucket, a schema or a project stands. `scope`: its lists. */
function contentStanding(lists: readonly string[]): TenantStanding {
  return { belongsTo: ({ organisation }) => namedIn(organisation), lists, family, page: pageOf, grants: grantsOf };
}

export const bucketStanding = contentStanding(plainStores);
export const schemaStanding = contentStanding([""]);
export const projectStanding = contentStanding([""]);

/** Profiles and themes have owners as content has, and ids of their own. */
export const plainStanding: TenantStanding = {
  belongsTo: ({ organisation }) => namedIn(organisation),
  lists: [""],
  page: ({ organisation }) => organisationPage(organisation),
};

export const fileStanding: TenantStanding = {
  isFile: true,
  belongsTo: ({ bucket }) => ownersOf(bucket),
  lists: store.storeNames,
  within: ({ bucket }) => heldBy(bucket),
  page: ({ bucket }) => pageOf({}, String(bucket)),
};

export const sharingStanding: TenantStanding = {
  belongsTo: ({ content }) => ownersOf(content),
  within: ({ content }) => heldBy(content),
  page: ({ content }) => pageOf({}, String(content)),
  grants: ({ content, sharedWith, collaborator, public: everybody }) => {
    const where = contentNamed(content);
    return [
      ...namedIn(sharedWith).map((id): Grant => ({ who: { kind: "Organisation", id }, may: "read", where })),
      ...namedIn(collaborator).map((id): Grant => ({ who: { kind: "User", id }, may: "read and edit", where })),
      ...(everybody === true ? [{ who: "everybody", may: "read", where } as const] : []),
    ];
  },
};

export const sharingListStanding: TenantStanding = {
  ...sharingStanding,
  grants: ({ content, sharedWith, collaborators, public: everybody }) => {
    const where = contentNamed(content);
    return [
      ...listIn(sharedWith).map((id): Grant => ({ who: { kind: "Organisation", id }, may: "read", where })),
      ...listIn(collaborators).map((id): Grant => ({ who: { kind: "User", id }, may: "read and edit", where })),
      ...(everybody === true ? [{ who: "everybody", may: "read", where } as const] : []),
    ];
  },
};

function grantsOf({ public: everybody }: Values, id: string): readonly Grant[] {
  return everybody === true ? [{ who: "everybody", may: "read", where: contentNamed(id) }] : [];
}

function contentNamed(id: unknown) {
  const text = typeof id === "string" ? id : "";
  const [place] = text.split("/");
  const kind = place === schemas ? "Schema" : place === projects ? "TransformationProject" : "Bucket";
  return { kind, id: text };
}

/** The organisation in the id of content; a user has none. */
export function ownersOf(content: unknown): readonly string[] {
  const owner = keyIn(content);
  return owner?.ownerType === "org" ? [owner.ownerId] : [];
}

/** The content in the form of a holder. */
export function heldBy(content: unknown): Holder | undefined {
  return typeof content === "string" && content !== "" ? { family, id: content } : undefined;
}

/** The page of content (docs/platform.md#web-pages). Where there is none, the page of the organisation stands in. */
export function pageOf(_values: Values, id: string): string | undefined {
  const owner = keyIn(id);
  if (owner === undefined) {
    return undefined;
  }
  const [place] = id.split("/");
  const { ownerType, ownerId, bucketId } = owner;
  if (place === "data" && ownerType === "org") {
    return `/#/dataset/org/${encodeURIComponent(ownerId)}/${encodeURIComponent(bucketId)}/files`;
  }
  if (place === projects) {
    return `/#/transformation/${ownerType}/${encodeURIComponent(ownerId)}/${encodeURIComponent(bucketId)}`;
  }
  return ownerType === "org" ? organisationPage(ownerId) : undefined;
}

function keyIn(id: unknown): store.BucketKey | undefined {
  return typeof id === "string" ? store.readCombinedId(id.slice(id.indexOf("/") + 1).split("/")[0] ?? "") : undefined;
}

function listIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
