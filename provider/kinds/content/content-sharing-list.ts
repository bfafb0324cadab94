import { z } from "zod";
import type { Client } from "../../client";
import * as store from "../../contract/store";
import { getBucket, isPublic, keyOf, listBuckets } from "./bucket-form";
import { setPublic } from "./bucket-update";
import { bucketPath, contentIdOf, readContentId, storeOf } from "./content-id";
import { organisationId, sharedContent, userId } from "../references";
import { publicity, whetherPublic } from "./content-decisions";
import { contentObstacles, ownerAmong } from "./content-obstacles";
import { sharingOf, subjectOf } from "./content-sharing";
import {
  attachedKind,
  type Declared,
  type Fields,
  type RefusalToErase,
  type Live,
  type Outlook,
  type Values,
} from "../kind";
import { userObstacles } from "../people/membership";
import { aboutPartner, collaboratorInWords, partner, pointsOf } from "../partner";
import { orAbsent } from "../refusals";
import { listIfKnown, referenceTo, setOf } from "../traits";
import { sharingListStanding } from "./content-standing";

const inputs = {
  content: sharedContent,
  sharedWith: {
    type: setOf(referenceTo("Organisation", organisationId)).optional(),
    mark: "mutable",
    doc: "All organisations whose members can read it, also those that you cannot see. An empty list takes all of this access away.",
    source: "platform#conditions",
  },
  collaborators: {
    type: setOf(referenceTo("User", userId)).optional(),
    mark: "mutable",
    doc: "All users who can read and edit it. An empty list takes all of this access away.",
    source: "platform#conditions",
  },
  public: {
    type: z.boolean().optional(),
    mark: "mutable",
    doc: "Whether everybody can read it, even without a login.",
    source: ["platform#public-content", "platform#bucket-properties"],
  },
} as const satisfies Fields;

/** The whole list of those with whom a bucket, a schema or a project is shared (docs/platform.md#roles-and-permissions). */
export const contentSharingList = attachedKind({
  name: "ContentSharingList",
  doc: "The whole list of those with whom a bucket, a schema or a transformation project is shared. If somebody else gives access, it shows as drift, and the next `up` takes it away. The first `up` refuses a list that would take existing access away; the error says what to add. Deleting the resource takes away only the access that the list gave.",
  example: [
    'const county = new Organisation("county", { name: "Kreis Muster", parent: "1" });',
    'const roads = new Bucket("roads", { organisation: "1", name: "Roads" });',
    'new ContentSharingList("roads", { content: roads, sharedWith: [county], collaborators: [], public: false });',
  ].join("\n"),
  inputs,
  outputs: {},
  replacementCascades: false,
  reads: [store.data.getBucketInfo],
  calls: {
    create: [],
    update: [
      store.data.shareBucket,
      store.data.unshareBucket,
      store.data.addCollaborator,
      store.data.removeCollaborator,
      store.data.setBucketProperty,
    ],
    delete: [store.data.unshareBucket, store.data.removeCollaborator, store.data.setBucketProperty],
  },
  identity: {
    type: "singleton",
    fields: ["content"],
    keyOf: ({ content }) => content,
    inWords: ({ content }) => `of ${content}`,
    refusesToErase,
    lists: {
      sharedWith: {
        keyOf: String,
        handoverOf: (content, sharedWith) => ({ subject: subjectOf({ content, sharedWith }) }),
      },
      collaborators: {
        keyOf: String,
        handoverOf: (content, collaborator) => ({ subject: subjectOf({ content, collaborator }) }),
      },
      public: {
        keyOf: String,
        handoverOf: (content, says) => ({ subject: publicity(content), point: "public", says }),
      },
    },
  },
  decides: ({ content, sharedWith = [], collaborators = [], public: everybody }) => [
    {
      subject: sharingOf(content),
      isWhole: true,
      points: {
        ...pointsOf(listIfKnown(sharedWith) ?? [], partner),
        ...pointsOf(listIfKnown(collaborators) ?? [], collaboratorInWords),
      },
    },
    ...(everybody === undefined ? [] : [whetherPublic(content, everybody)]),
  ],
  affects: ["ContentSharing", "Bucket", "Schema", "TransformationProject"],
  serialisedBy: ({ content }) => `the sharing of ${content}`,
  scopeOf: storeOf,
  standing: sharingListStanding,
  list: async (client, scope = "data") => {
    const { items, ...listing } = await listBuckets(client, storeOf(scope));
    return { ...listing, items: items.flatMap((remote) => flatten(storeOf(scope), remote) ?? []) };
  },
  get: getSharing,
  obstacles: async (outlook, { content, sharedWith, collaborators }) => {
    const isThere = outlook.knows(content);
    const actual = isThere ? ((await outlook.see("ContentSharingList", content))?.values ?? {}) : {};
    return [
      ...(await contentObstacles(outlook, content)),
      ...(await newcomersObstacles(outlook, actual, collaborators)),
      ...ownerAmong(outlook, content, listIfKnown(sharedWith ?? []) ?? []),
    ];
  },
  changeObstacles: async (outlook, { sharedWith, collaborators }, { id, actual }) => [
    ...(await newcomersObstacles(outlook, actual, collaborators)),
    ...ownerAmong(outlook, id, listIfKnown(sharedWith ?? []) ?? []),
  ],
  update: async (client, content, { sharedWith, collaborators, public: everybody }, { actual }) => {
    const key = readContentId(content);
    const path = bucketPath(key);
    const { shareBucket, unshareBucket, addCollaborator, removeCollaborator } = store[key.store];
    await bringTo(listOf(actual, "sharedWith"), sharedWith, {
      add: (orgId) => aboutPartner(orgId, () => client.call(shareBucket, { path: { ...path, orgId } })),
      remove: (orgId) => orAbsent(client.call(unshareBucket, { path: { ...path, orgId } })),
    });
    await bringTo(listOf(actual, "collaborators"), collaborators, {
      add: (userId) => client.call(addCollaborator, { path: { ...path, userId } }),
      remove: (userId) => orAbsent(client.call(removeCollaborator, { path: { ...path, userId } })),
    });
    if (everybody !== undefined) {
      await setPublic(client, key, everybody);
    }
    return Object.fromEntries(
      Object.entries({ sharedWith, collaborators, public: everybody }).filter(([, value]) => value !== undefined),
    );
  },
});

/** The caller has to see a new collaborator. A present one may have moved to another tree. */
async function newcomersObstacles(outlook: Outlook, actual: Values, users: readonly string[] = []) {
  const newcomers = (listIfKnown(users) ?? []).filter(
    (id) => outlook.knows(id) && !listOf(actual, "collaborators").includes(id),
  );
  const found = await Promise.all(newcomers.map((id) => userObstacles(outlook, id, "collaborators")));
  return found.flat();
}

/** Gives new access before it takes other access away. */
async function bringTo(
  before: readonly string[],
  after: readonly string[] | undefined,
  { add, remove }: Readonly<Record<"add" | "remove", (id: string) => Promise<unknown>>>,
): Promise<void> {
  for (const id of new Set((after ?? []).filter((it) => !before.includes(it)))) {
    await add(id);
  }
  for (const id of after === undefined ? [] : before.filter((it) => !after.includes(it))) {
    await remove(id);
  }
}

function refusesToErase(
  actual: Values,
  { content, sharedWith, collaborators }: Declared<typeof inputs>,
): RefusalToErase | undefined {
  const lists = [
    { field: "sharedWith", declared: sharedWith, what: "organisations" },
    { field: "collaborators", declared: collaborators, what: "users" },
  ] as const;
  for (const { field, declared, what } of lists) {
    const named = declared === undefined ? undefined : listIfKnown(declared);
    const unknown = named === undefined ? [] : listOf(actual, field).filter((id) => !named.includes(id));
    if (unknown.length > 0) {
      return {
        field,
        what: `${content} is shared with ${what} that \`${field}\` does not name: ${unknown.join(", ")}`,
        why: "The list declares everybody who has access. Whoever it does not name would lose it.",
        remedy: `Add ${unknown.map((id) => JSON.stringify(id)).join(", ")} to \`${field}\` to adopt them, or stop sharing with them on the platform first.`,
      };
    }
  }
  return undefined;
}

function listOf(values: Values, field: string): readonly string[] {
  return (values[field] ?? []) as readonly string[];
}

async function getSharing(client: Client, id: string): Promise<Live | undefined> {
  const remote = await getBucket(client, id);
  return remote === undefined ? undefined : flatten(storeOf(id), remote);
}

function flatten(name: store.StoreName, remote: store.BucketDetail): Live | undefined {
  const key = keyOf(name, remote);
  if (key === undefined) {
    return undefined;
  }
  const content = contentIdOf({ store: name, ...key });
  return {
    id: content,
    values: {
      content,
      sharedWith: (remote.sharedWith ?? []).map(({ organisation }) => organisation),
      collaborators: (remote.collaborators ?? []).map(({ user }) => user),
      public: isPublic(remote.properties),
    },
  };
}
