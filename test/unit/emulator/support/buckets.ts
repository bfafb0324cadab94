import type { Visitor } from "./visitor";

export type StoreName = "data" | "schemas" | "projects" | "metadata" | "attachments";

/** A bucket in a store, by its address. */
export interface TestBucket {
  readonly id: string;
  readonly combinedId: string;
  readonly path: string;
  readonly files: string;
  readonly zip: string;
}

const keys = {
  data: "bucket",
  schemas: "schema",
  projects: "transformationproject",
  metadata: "metadata",
  attachments: "attachment",
} as const;

/** Creates a bucket; the owner is `org/2`, for instance. */
export async function bucket(by: Visitor, store: StoreName, owner: string, form: object = {}): Promise<TestBucket> {
  const { status, body } = await by.post(`/store/${store}/buckets/${owner}`, form);
  if (status !== 201) {
    throw new Error(JSON.stringify(body));
  }
  const id = String((body as Record<string, unknown>)[keys[store]]);
  return {
    id,
    combinedId: `${owner.replace("/", ".")}.${id}`,
    path: `/store/${store}/buckets/${owner}/${id}`,
    files: `/store/${store}/raw/${owner}/${id}`,
    zip: `/store/${store}/zip/${owner}/${id}`,
  };
}

/** The combined ids that a list shows. */
export async function listed(by: Visitor, store: StoreName): Promise<string[]> {
  const { body } = await by.get(`/store/${store}/overview?limit=500`);
  return (body as { combinedId: string }[]).map(({ combinedId }) => combinedId);
}

export async function namesOfFiles(by: Visitor, { files }: TestBucket): Promise<string[]> {
  return ((await by.get(files)).body as { name: string }[]).map(({ name }) => name);
}
