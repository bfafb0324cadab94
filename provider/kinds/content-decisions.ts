import type { Decision } from "./kind";

/** What there is to decide about a file, whichever resource declares it. */
export function fileOf(bucket: string, name: string): string {
  return `the file ${name} of ${bucket}`;
}

/** Who says whether everybody can read it, and what they say. */
export function whetherPublic(content: string, isPublic: boolean): Decision {
  return { subject: `whether ${content} is public`, isWhole: true, points: { public: String(isPublic) } };
}

export function sharingOf(content: string): string {
  return `the sharing of ${content}`;
}

type Ids = readonly (string | undefined)[] | undefined;

/** Who says all of with whom it is shared, and that these are among them. */
export function sharesWith(content: string, organisations: Ids, users: Ids): Decision {
  const points = [...pointsOf("organisation", organisations), ...pointsOf("user", users)];
  return { subject: sharingOf(content), isWhole: true, points: Object.fromEntries(points) };
}

function pointsOf(what: string, ids: Ids = []) {
  return ids.filter((id) => id !== undefined).map((id) => [`${what} ${id}`, "has access"] as const);
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
