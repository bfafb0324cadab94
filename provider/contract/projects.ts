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
  location: z.string().optional().describe("Location of the schema, as the project gives it."),
  schema: z.string().optional().describe("Combined id of the linked schema on the platform, if there is one."),
  link: z.enum(links).optional(),
});

export const ProjectInfo = readModel("ProjectInfo", "A transformation project: a bucket in the project store.", {
  id: z.string().describe("Combined id. Its bucket in the project store has the same one."),
  ownerType: z.enum(ownerTypes),
  ownerId: z.string(),
  name: z.string().optional(),
  author: z.string().optional(),
  description: z.string().optional(),
  public: z.boolean(),
  driver: z.string().optional().describe("`git` (with version control) or `s3`."),
  sourceSchemas: z.array(ProjectSchema),
  targetSchemas: z.array(ProjectSchema),
  cells: z.number().int().min(0).describe("Number of cells in its alignment."),
  problem: z.string().optional().describe("Why its files cannot be read as a project."),
  created: milliseconds,
  createdBy: z.string().optional().describe("Id of the user who created it."),
  lastModified: milliseconds,
});
export type ProjectInfo = z.output<typeof ProjectInfo>;

export const ProjectSchemas = sentModel(
  "ProjectSchemas",
  "The schemas that are linked with a project by hand. A list that you leave out stays as it is. An empty list removes these links, and the automatic links count again.",
  {
    source: z.array(combinedId).max(1000).optional(),
    target: z.array(combinedId).max(1000).optional(),
  },
);

export const CellEntity = readModel("CellEntity", "A type, or a property of one.", {
  type: z.string().describe("Name of the type."),
  namespace: z.string().optional(),
  path: z
    .array(z.string())
    .describe("Names of the properties that lead from the type to it. Empty for the type itself."),
});

export const CellParameter = readModel("CellParameter", "A parameter of a transformation function.", {
  name: z.string(),
  value: z.string(),
});

/** A cell of the mapping. */
export const AlignmentCell = readModel("AlignmentCell", "A cell: a relation between types or properties.", {
  id: z.string().optional(),
  function: z.string().describe("Id of the transformation function."),
  isOfTypes: z.boolean().describe("true: it relates types. false: it relates properties."),
  source: z.array(CellEntity),
  target: z.array(CellEntity),
  parameters: z.array(CellParameter),
  priority: z.string().optional(),
});

export const Alignment = readModel("Alignment", "The mapping of a project, without its cells.", {
  file: z.string().optional().describe("The file that holds the mapping."),
  cells: z.number().int().min(0),
  typeCells: z.number().int().min(0),
  propertyCells: z.number().int().min(0),
  functions: z.array(
    readModel("FunctionUse", "A transformation function in use.", {
      function: z.string(),
      cells: z.number().int().min(0),
    }),
  ),
  baseAlignments: z.array(z.string()).describe("Locations of the alignments on which it builds."),
});

// ---- operations

const ofProject = {
  tag: "Project",
  pathParameters: {
    ...ofOwner,
    projectId: z
      .string()
      .min(1)
      .max(100)
      .describe("Id of the project. Its bucket in the project store has the same one."),
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
  summary: "Set which schemas of the platform are linked with a project",
  body: ProjectSchemas,
  answer: ProjectInfo,
  refusals: [404, 422],
  evidence: designed("platform#project-schemas", "schemas «auto-linked or set manually»"),
});
