export { isAlignment, parseAlignment, type Alignment, type Cell, type CellEntity } from "./alignment";
export { projectFileIn, readHaleFolder, type FoundResource, type HaleContent } from "./folder";
export { namedFiles, type NamedFile, type NamingFolder } from "./named-files";
export { parseProject, type HaleProject, type ProjectResource } from "./project";
