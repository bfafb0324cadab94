import { faultOfPath, type PathFault } from "../file-path";

const inWords: Readonly<Record<PathFault, string>> = {
  empty: "it has no name",
  long: "its name is longer than 1000 characters",
  backslash: "its name has a backslash: use / between folders",
  control: "its name has a control character",
  absolute: "its name is an absolute path",
  upwards: "its name leaves the archive",
  part: "its name has an empty part",
};

/**
 * Why a name in an archive is not taken, if it is not. Whoever unpacks it writes to that name, so it must not lead out of
 * the folder on any system, to another drive neither.
 */
export function problemWithName(name: string): string | undefined {
  const fault = /^[a-z]:/i.test(name) ? "absolute" : faultOfPath(name);
  return fault === undefined ? undefined : inWords[fault];
}
