import type { ResourceType } from "../roles";
import type { ServiceInfo } from "../operation";

export const storeNames = ["data", "schemas", "projects", "metadata", "attachments"] as const;
export type StoreName = (typeof storeNames)[number];

/** The stores whose files the platform may get from an address (docs/platform.md#attachment-links). They belong to datasets. */
export const linkingStoreNames = ["metadata", "attachments"] as const satisfies readonly StoreName[];
export type LinkingStoreName = (typeof linkingStoreNames)[number];

export function isLinkingStore(name: StoreName): name is LinkingStoreName {
  return (linkingStoreNames as readonly StoreName[]).includes(name);
}

/** The ident's own key: the type of resource in small letters (certain for projects, implied elsewhere: docs/platform.md#bucket-service). */
export type IdentKey = "bucket" | "schema" | "transformationproject" | "metadata" | "attachment";

/** What tells one of the five stores from the others. */
export interface Variant {
  readonly name: StoreName;
  readonly identKey: IdentKey;
  /** Whose permissions count. */
  readonly resourceType: ResourceType;
  /** What one of its buckets is called in a message. */
  readonly noun: string;
  readonly title: string;
  readonly description: string;
  /** Bytes that one file may have. */
  readonly largestFile: number;
}

const MiB = 1024 ** 2;
/** docs/platform.md#limits: 2 GB for a file that is uploaded. */
const largestFile = 2 * 1024 * MiB;

export const variants: Readonly<Record<StoreName, Variant>> = {
  data: {
    name: "data",
    identKey: "bucket",
    resourceType: "Bucket",
    noun: "bucket",
    title: "bucket_service (Bucket)",
    description: "Files and datasets: buckets are containers for objects stored in file storage",
    largestFile,
  },
  schemas: {
    name: "schemas",
    identKey: "schema",
    resourceType: "Schema",
    noun: "schema",
    title: "bucket_service (Schema)",
    description: "Files of schemas",
    largestFile,
  },
  projects: {
    name: "projects",
    identKey: "transformationproject",
    resourceType: "TransformationProject",
    noun: "transformation project",
    title: "bucket_service (TransformationProject)",
    description: "Files of transformation projects",
    largestFile,
  },
  // Metadata and attachments are no types of the roles (docs/platform.md#roles-and-permissions). Both belong to datasets, so that a bucket's rules
  // are taken for them (designed).
  metadata: {
    name: "metadata",
    identKey: "metadata",
    resourceType: "Bucket",
    noun: "metadata bucket",
    title: "bucket_service (Metadata)",
    description: "Files of metadata",
    largestFile,
  },
  attachments: {
    name: "attachments",
    identKey: "attachment",
    resourceType: "Bucket",
    noun: "attachment bucket",
    title: "bucket_service (Attachment)",
    description: "Files attached to datasets",
    largestFile: 750 * MiB,
  },
};

export function serviceOf({ name, title, description }: Variant): ServiceInfo {
  const folder = `/store/${name}`;
  return { name: `store/${name}`, folder, basePath: folder, title, description, isOneOfSeveral: true };
}
