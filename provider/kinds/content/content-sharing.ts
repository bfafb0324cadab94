import { z } from "zod";
import type { Client } from "../../client";
import * as store from "../../contract/store";
import { askedFor, getBucket, isPublic, keyOf, listBuckets } from "./bucket-form";
import { setPublic } from "./bucket-update";
import { bucketPath, contentIdOf, readContentId, storeOf } from "./content-id";
import { organisationId, sharedContent, userId } from "../references";
import { publicity, whetherPublic } from "./content-decisions";
import { contentObstacles, ownerAmong } from "./content-obstacles";
import { kind, type Declared, type Fields, type Live } from "../kind";
import { userObstacles } from "../people/membership";
import { aboutPartner, collaboratorInWords, partner } from "../partner";
import { orAbsent } from "../refusals";
import { sharingStanding } from "./content-standing";

const inputs = {
  content: sharedContent,
  sharedWith: {
    type: organisationId.optional(),
    mark: "replace",
    sentBy: [store.data.shareBucket],
    refersTo: "Organisation",
    doc: "The organisation whose members can read it. It may be one that you cannot see; the server checks that it exists.",
    source: "platform#conditions",
  },
  collaborator: {
    type: userId.optional(),
    mark: "replace",
    sentBy: [store.data.addCollaborator],
    refersTo: "User",
    doc: "The user who can read and edit it.",
    source: "platform#conditions",
  },
  public: {
    type: z.literal(true).optional(),
    mark: "replace",
    doc: "`true`: everybody can read it, even without a login.",
    source: ["platform#public-content", "platform#bucket-properties"],
  },
} as const satisfies Fields;

type DeclaredSharing = Declared<typeof inputs>;
type Grant = Pick<DeclaredSharing, "content"> & Partial<DeclaredSharing>;

/** Shares one thing with one organisation, with one user, or with everybody (docs/platform.md#roles-and-permissions). */
export const contentSharing = kind({
  name: "ContentSharing",
  doc: "Shares a bucket, a schema or a transformation project with one organisation (`sharedWith`), one user (`collaborator`) or everybody (`public`). All other access stays as it is. To declare all access use ContentSharingList. You cannot use both for the same content.",
  example: [
    'const county = new Organisation("county", { name: "Kreis Muster", parent: "1" });',
    'const roads = new Bucket("roads", { organisation: "1", name: "Roads" });',
    'new ContentSharing("roads for the county", { content: roads, sharedWith: county });',
  ].join("\n"),
  inputs,
  outputs: {
    grantedBy: {
      type: z.string().optional(),
      doc: "Id of the user who shared it.",
      source: "decisions#evidence-for-every-operation",
    },
    granted: {
      type: z.number().optional(),
      doc: "When it was shared, in milliseconds since 1970.",
      source: "decisions#evidence-for-every-operation",
    },
  },
  replacementCascades: false,
  reads: [store.data.getBucketInfo],
  calls: {
    create: [[store.data.shareBucket, store.data.addCollaborator, store.data.setBucketProperty]],
    update: [],
    delete: [[store.data.unshareBucket, store.data.removeCollaborator, store.data.setBucketProperty]],
  },
  identity: {
    type: "unique",
    fields: ["content", "sharedWith", "collaborator"],
    keyOf: idOf,
    inWords: (grant) => `of ${grant.content} with ${inWords(grant)}`,
    creator: "grantedBy",
    resembles: (values) => values["public"] === true,
    stamp: ["content", "sharedWith", "collaborator", "granted"],
    find: async (client, grant) => {
      const found = await getGrant(client, idOf(grant));
      return { items: found === undefined ? [] : [found], complete: true, at: client.now() };
    },
  },
  decides: (grant) => [
    { subject: sharingOf(grant.content), isWhole: false },
    grant.public === true ? whetherPublic(grant.content, true) : { subject: subjectOf(grant), isWhole: true },
  ],
  handsOver: (grant) =>
    grant.public === true
      ? [{ subject: publicity(grant.content), point: "public", says: "true" }]
      : [{ subject: subjectOf(grant) }, { subject: sharingOf(grant.content), point: inWords(grant) }],
  affects: ["ContentSharingList", "Bucket", "Schema", "TransformationProject"],
  scopeOf: storeOf,
  standing: { ...sharingStanding, lists: store.storeNames, access: "given" },
  list: async (client, scope = "data") => {
    const { items, complete, ...listing } = await listBuckets(client, storeOf(scope));
    const isWhole = complete === true && items.every((remote) => keyOf(storeOf(scope), remote) !== undefined);
    const grants = items.flatMap((remote) => grantsOf(storeOf(scope), remote));
    return { ...listing, items: grants, complete: isWhole ? true : "unknown" };
  },
  get: getGrant,
  rules: ({ sharedWith, collaborator, public: everybody }) =>
    [sharedWith, collaborator, everybody].filter((it) => it !== undefined).length === 1
      ? []
      : [{ field: "sharedWith", what: "or `collaborator` or `public`: expected exactly one of them" }],
  obstacles: async (outlook, { content, sharedWith, collaborator }) => {
    const found = await Promise.all([
      contentObstacles(outlook, content),
      collaborator === undefined ? [] : userObstacles(outlook, collaborator, "collaborator"),
    ]);
    return [...found.flat(), ...(sharedWith === undefined ? [] : ownerAmong(outlook, content, [sharedWith]))];
  },
  create: async (client, grant) => {
    const answer = await give(client, grant);
    const found = answer === undefined ? undefined : grantIn(askedFor(readContentId(grant.content), answer), grant);
    return found ?? { id: idOf(grant), values: { ...grant } };
  },
  update: () => Promise.resolve({}),
  delete: (client, id) => takeAway(client, readId(id)),
});

async function give(
  client: Client,
  { content, sharedWith, collaborator }: Grant,
): Promise<store.BucketDetail | undefined> {
  const key = readContentId(content);
  const { shareBucket, addCollaborator } = store[key.store];
  if (sharedWith !== undefined) {
    const path = { ...bucketPath(key), orgId: sharedWith };
    return aboutPartner(sharedWith, () => client.call(shareBucket, { path }));
  }
  if (collaborator !== undefined) {
    return client.call(addCollaborator, { path: { ...bucketPath(key), userId: collaborator } });
  }
  await setPublic(client, key, true);
  return undefined;
}

async function takeAway(client: Client, { content, sharedWith, collaborator }: Grant): Promise<void> {
  const key = readContentId(content);
  const { unshareBucket, removeCollaborator } = store[key.store];
  if (sharedWith !== undefined) {
    await orAbsent(client.call(unshareBucket, { path: { ...bucketPath(key), orgId: sharedWith } }));
  } else if (collaborator !== undefined) {
    await orAbsent(client.call(removeCollaborator, { path: { ...bucketPath(key), userId: collaborator } }));
  } else {
    await orAbsent(setPublic(client, key, false));
  }
}

/** `data/org.1.<uuid>/sharedWith/12`, `…/collaborator/7`, `…/public`. */
function idOf({ content, sharedWith, collaborator }: Grant): string {
  const whom =
    sharedWith === undefined
      ? collaborator === undefined
        ? "public"
        : `collaborator/${collaborator}`
      : `sharedWith/${sharedWith}`;
  return `${content}/${whom}`;
}

function readId(id: string): Grant {
  const [name = "", combined = "", way = "", whom = ""] = id.split("/");
  const content = `${name}/${combined}`;
  return way === "public" ? { content, public: true } : { content, [way]: whom };
}

async function getGrant(client: Client, id: string): Promise<Live | undefined> {
  const grant = readId(id);
  const remote = await getBucket(client, grant.content);
  return remote === undefined ? undefined : grantIn(remote, grant);
}

function grantIn(remote: store.BucketDetail, grant: Grant): Live | undefined {
  const wanted = idOf(grant);
  return grantsOf(storeOf(grant.content), remote).find(({ id }) => id === wanted);
}

function grantsOf(name: store.StoreName, remote: store.BucketDetail): Live[] {
  const key = keyOf(name, remote);
  if (key === undefined) {
    return [];
  }
  const content = contentIdOf({ store: name, ...key });
  const grants = [
    ...(remote.sharedWith ?? []).map(({ organisation, sharedBy, shared }) => ({
      content,
      sharedWith: organisation,
      grantedBy: sharedBy,
      granted: shared,
    })),
    ...(remote.collaborators ?? []).map(({ user, addedBy, added }) => ({
      content,
      collaborator: user,
      grantedBy: addedBy,
      granted: added,
    })),
    ...(isPublic(remote.properties) === true ? [{ content, public: true as const }] : []),
  ];
  return grants.map((values) => ({ id: idOf(values), values }));
}

function inWords({ sharedWith, collaborator }: Omit<Grant, "content">): string {
  return sharedWith === undefined
    ? collaborator === undefined
      ? "everybody"
      : collaboratorInWords(collaborator)
    : partner(sharedWith);
}

/** The subject of all decisions about the sharing of something: of the whole list, or of a part of it. */
export function sharingOf(content: string): string {
  return `the sharing of ${content}`;
}

/** The subject of a decision about one of those with whom it is shared. */
export function subjectOf({ content, ...grant }: Grant): string {
  return `${sharingOf(content)} with ${inWords(grant)}`;
}
