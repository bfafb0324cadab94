import { z } from "zod";
import { designed } from "./evidence";
import { milliseconds, readModel, sentModel } from "./models";
import { operation, type ServiceInfo } from "./operation";
import { combinedId, ofOwner, ownerTypes } from "./store/ident";

/** The project service (docs/platform.md#project-service): what the files of the project store say. */
export const service: ServiceInfo = {
  name: "projects",
  folder: "/projects",
  basePath: "/projects",
  title: "project_service",
  description: "Transformation projects, alignments and mapping cells",
};

// ---- models

/** How a schema that a project names came to be linked with one of the platform's (docs/platform.md#transformation-projects). */
export const links = ["automatic", "manual"] as const;

export const ProjectSchema = readModel("ProjectSchema", "A schema that a project maps from or to.", {
  namespace: z.string().optional(),
  location: z.string().optional().describe("As the project says it."),
  schema: z.string().optional().describe("Combined id of the schema on the platform, where one is linked."),
  link: z.enum(links).optional(),
});

export const ProjectInfo = readModel("ProjectInfo", "A transformation project: a bucket in the project store.", {
  id: z.string().describe("Combined id: the same as that of its bucket in the project store."),
  ownerType: z.enum(ownerTypes),
  ownerId: z.string(),
  name: z.string().optional(),
  author: z.string().optional(),
  description: z.string().optional(),
  public: z.boolean(),
  driver: z.string().optional().describe("`git` (with version control) or `s3`."),
  sourceSchemas: z.array(ProjectSchema),
  targetSchemas: z.array(ProjectSchema),
  cells: z.number().int().min(0).describe("How many cells its alignment has."),
  problem: z.string().optional().describe("Why no project can be read from its files."),
  created: milliseconds,
  createdBy: z.string().optional().describe("Id of the user who created it."),
  lastModified: milliseconds,
});
export type ProjectInfo = z.output<typeof ProjectInfo>;

export const ProjectSchemas = sentModel(
  "ProjectSchemas",
  "The schemas that a project is linked with by hand. A list that is left out stays as it is; an empty one takes the links away, so that those found automatically hold again.",
  {
    source: z.array(combinedId).max(1000).optional(),
    target: z.array(combinedId).max(1000).optional(),
  },
);

export const CellEntity = readModel("CellEntity", "A type, or a property of one.", {
  type: z.string().describe("Name of the type."),
  namespace: z.string().optional(),
  path: z.array(z.string()).describe("Names of properties from the type on; empty for the type itself."),
});

export const CellParameter = readModel("CellParameter", "A parameter of a transformation function.", {
  name: z.string(),
  value: z.string(),
});

/** A cell of the mapping. */
export const AlignmentCell = readModel("AlignmentCell", "A cell: a relation between types or properties.", {
  id: z.string().optional(),
  function: z.string().describe("Id of the transformation function."),
  isOfTypes: z.boolean().describe("true: it relates types, otherwise properties."),
  source: z.array(CellEntity),
  target: z.array(CellEntity),
  parameters: z.array(CellParameter),
  priority: z.string().optional(),
});

export const Alignment = readModel("Alignment", "The mapping of a project, without its cells.", {
  file: z.string().optional().describe("The file that holds it."),
  cells: z.number().int().min(0),
  typeCells: z.number().int().min(0),
  propertyCells: z.number().int().min(0),
  functions: z.array(
    readModel("FunctionUse", "A transformation function in use.", {
      function: z.string(),
      cells: z.number().int().min(0),
    }),
  ),
  baseAlignments: z.array(z.string()).describe("Locations of the alignments that it builds on."),
});

// ---- operations

const ofProject = {
  tag: "Project",
  pathParameters: {
    ...ofOwner,
    projectId: z.string().min(1).max(100).describe("Id of the project: that of its bucket in the project store."),
  },
  refusals: [404],
} as const;

export const getProjects = operation(service, {
  id: "getProjects",
  tag: "Project",
  method: "GET",
  path: "/projects",
  summary: "All transformation projects that the caller can see, ordered by combined id",
  description: "Mirrors the platform's list of transformation projects.",
  answer: z.array(ProjectInfo),
  access: "public",
  paged: true,
  evidence: designed("platform#transformation-projects", "the list"),
});

export const getProject = operation(service, {
  ...ofProject,
  id: "getProject",
  method: "GET",
  path: "/projects/{ownerType}/{ownerId}/{projectId}",
  summary: "A transformation project",
  answer: ProjectInfo,
  access: "public",
  evidence: designed(["platform#project-service", "platform#transformation-projects"], "the section «Overview»"),
});

export const getAlignment = operation(service, {
  ...ofProject,
  id: "getAlignment",
  method: "GET",
  path: "/projects/{ownerType}/{ownerId}/{projectId}/alignment",
  summary: "The mapping of a project",
  answer: Alignment,
  access: "public",
  evidence: designed("platform#project-service", "the section «Mapping»"),
});

export const getCells = operation(service, {
  ...ofProject,
  id: "getCells",
  method: "GET",
  path: "/projects/{ownerType}/{ownerId}/{projectId}/cells",
  summary: "The cells of a project's mapping, in the order of its file",
  answer: z.array(AlignmentCell),
  access: "public",
  paged: true,
  evidence: designed("platform#project-service", "the section «Mapping»"),
});

export const setProjectSchemas = operation(service, {
  ...ofProject,
  id: "setProjectSchemas",
  method: "PUT",
  path: "/projects/{ownerType}/{ownerId}/{projectId}/schemas",
  summary: "Link a project's schemas with those of the platform, or link them anew",
  body: ProjectSchemas,
  answer: ProjectInfo,
  refusals: [404, 422],
  evidence: designed("platform#project-schemas", "schemas «auto-linked or set manually»"),
});
