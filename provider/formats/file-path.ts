/** What is wrong with the path of a file in a folder that somebody else writes to a disk, whatever its system. */
export type PathFault = "empty" | "long" | "backslash" | "control" | "absolute" | "upwards" | "part";

/** Characters that a path may have. */
const longest = 1000;

const faults: readonly (readonly [PathFault, (path: string) => boolean])[] = [
  ["empty", (path) => path === ""],
  ["long", (path) => path.length > longest],
  ["backslash", (path) => path.includes("\\")],
  ["control", (path) => /\p{Cc}/u.test(path)],
  ["absolute", (path) => path.startsWith("/")],
  ["upwards", (path) => path.split("/").includes("..")],
  ["part", (path) => path.split("/").some((part) => part === "" || part === ".")],
];

export function faultOfPath(path: string): PathFault | undefined {
  return faults.find(([, applies]) => applies(path))?.[0];
}
