export { problemWithName } from "./names";
export { readZip, zipLimits, type ZipEntry, type ZipLimits } from "./read";
export { writeZip, type FileToZip } from "./write";
