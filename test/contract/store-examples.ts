import type { Example } from "./example";

const text = (name: string, content: string) => ({ name, type: "text/plain", content: Buffer.from(content) });
const names = ["data", "schemas", "projects", "metadata", "attachments"] as const;

/** One call of each operation of each store, by its key, in an order in which they all can be made. */
export const storeExamples: Readonly<Record<string, Example>> = Object.fromEntries(
  names.flatMap((name) => Object.entries(examplesOf(name)).map(([id, example]) => [`store/${name}.${id}`, example])),
);

function examplesOf(name: string): Readonly<Record<string, Example>> {
  const ofOwner = { ownerType: "org", ownerId: "1" };
  const path = { ...ofOwner, bucketId: ({ bucketOf }: { bucketOf: (store: string) => string }) => bucketOf(name) };
  const file = { path: { ...path, file: "ordner/zwei" } };
  return {
    createBucketWithOwner: { path: ofOwner, body: () => ({ name: "Bestand", driver: "git" }) },
    setBucketName: { path, text: () => "Neuer Name" },
    setBucketProperty: { path: { ...path, property: "sharingOptions" }, body: () => ({ public: false }) },
    deleteBucketProperty: { path: { ...path, property: "sharingOptions" } },
    getBucketInfo: { path },
    getBuckets: {},
    listBuckets: {},
    addFiles: { path, file: text("eins", "Eins") },
    replaceFile: { ...file, file: text("zwei", "Zwei") },
    listFiles: { path },
    getFile: file,
    [name === "projects" ? "getProjectFilesAsZip" : "getBucketFilesAsZip"]: { path },
    deleteFile: file,
    ...(name === "metadata" || name === "attachments"
      ? {
          linkFile: {
            path: { ...path, file: "plan.yaml" },
            body: ({ emulator }) => ({ url: `${emulator.url}/accounts/swagger.yaml` }),
          } satisfies Example,
        }
      : {}),
    shareBucket: { path: { ...path, orgId: "2" } },
    unshareBucket: { path: { ...path, orgId: "2" } },
    addCollaborator: { path: { ...path, userId: "2" } },
    removeCollaborator: { path: { ...path, userId: "2" } },
    testBucketPermission: {
      path: { permission: "edit", combinedBucketId: ({ bucketOf }) => `org.1.${bucketOf(name)}` },
    },
    deleteBucket: { path },
  };
}
