import type { Decision } from "../kind";

/** The subject of a decision about a file. It is the same for every resource that may declare the file. */
export function fileOf(bucket: string, name: string): string {
  return `the file ${name.normalize("NFC")} of ${bucket}`;
}

/** The subject of the decision whether everybody can read something. */
export function publicity(content: string): string {
  return `whether ${content} is public`;
}

/** The decision whether everybody can read something. */
export function whetherPublic(content: string, isPublic: boolean): Decision {
  return { subject: publicity(content), isWhole: true, points: { public: String(isPublic) } };
}

/** One fact, one owner: what is declared here cannot also be declared by a sharing resource or a BucketFile. */
export function decidesContent(
  { public: isPublic, files }: { readonly public?: boolean | undefined; readonly files?: unknown },
  id?: string,
): Decision[] {
  if (id === undefined) {
    return [];
  }
  return [
    ...(isPublic === undefined ? [] : [whetherPublic(id, isPublic)]),
    ...namesOf(files).map((name) => ({ subject: fileOf(id, name), isWhole: true })),
  ];
}

/** The names of files. `check` makes a map of the declared list. In a preview the list may not be known yet. */
export function namesOf(files: unknown): readonly string[] {
  return typeof files === "object" && files !== null && !Array.isArray(files) ? Object.keys(files) : [];
}
