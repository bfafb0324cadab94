import type { Decision } from "../kind";

/** What there is to decide about a file, whichever resource declares it. */
export function fileOf(bucket: string, name: string): string {
  return `the file ${name.normalize("NFC")} of ${bucket}`;
}

/** What there is to decide about whether everybody can read it. */
export function publicity(content: string): string {
  return `whether ${content} is public`;
}

/** Who says whether everybody can read it, and what they say. */
export function whetherPublic(content: string, isPublic: boolean): Decision {
  return { subject: publicity(content), isWhole: true, points: { public: String(isPublic) } };
}

/** One fact, one owner: what is declared here is not declared by a resource for sharing or for one file as well. */
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

/** `check` makes a map of what is declared as a list; in a preview it may not be known yet. */
export function namesOf(files: unknown): readonly string[] {
  return typeof files === "object" && files !== null && !Array.isArray(files) ? Object.keys(files) : [];
}
