import { z } from "zod";
import type { Client } from "../../client";
import * as projects from "../../contract/projects";
import * as store from "../../contract/store";
import { decidesContent, fileOf, namesOf } from "./content-decisions";
import { combinedId, history, ownedName, publicField } from "./content-fields";
import { findByName, getFlat, identified, listFlat } from "./bucket-form";
import { nameInTheEnd, updateFiles, updateProperties } from "./bucket-update";
import { bucketPath, readContentId } from "./content-id";
import { ownerFields, ownerObstacles, ownerOf, ownerRules } from "./content-owner";
import { filesOf } from "../files/file-sets";
import { kind, type Changes, type Fields, type Live, type Values } from "../kind";
import { completeProject, problemWithProject } from "../files/project-files";
import { orAbsent } from "../refusals";
import { combinedIdIn, schemaIdOf, schemaObstacles } from "./schema-form";
import { listIfKnown, referenceTo, setOf } from "../traits";
import { schemaId } from "../references";
import { undeclaredFiles } from "./undeclared-files";
import { projectStanding } from "./content-standing";

const { bucketProperties } = store;
const linked = setOf(referenceTo("Schema", schemaId)).optional();

const inputs = {
  ...ownerFields,
  name: {
    type: store.bucketName,
    mark: "mutable",
    sentBy: [store.projects.setBucketName],
    doc: "Name, 1 to 250 characters. The platform allows several projects of the same name. This provider makes only one for each owner, so that it can find the project again. A change to the name of another project of this owner gives a warning.",
    source: ["platform#project-files", "decisions#exactly-once"],
  },
  versionControl: {
    type: z.boolean().optional(),
    mark: "replace",
    doc: "`true`: the project keeps a history of its versions (driver `git`). Default: `false` (driver `s3`).",
    source: ["platform#version-control", "platform#drivers"],
  },
  author: {
    type: bucketProperties.author.optional(),
    mark: "mutable",
    sentBy: [store.projects.setBucketProperty, store.projects.deleteBucketProperty],
    doc: "Author, up to 10,000 characters.",
    source: "platform#bucket-properties",
  },
  description: {
    type: bucketProperties.description.optional(),
    mark: "mutable",
    sentBy: [store.projects.setBucketProperty, store.projects.deleteBucketProperty],
    doc: "Description, up to 10,000 characters.",
    source: "platform#project-files",
  },
  public: { ...publicField, sentBy: [store.projects.setBucketProperty] },
  files: {
    type: filesOf,
    mark: "mutable",
    sentBy: [store.projects.replaceFile, store.projects.deleteFile],
    files: {
      subject: fileOf,
      largest: () => store.projects.variant.largestFile,
      problemWithName: store.problemWithFilePath,
      complete: completeProject,
      problem: problemWithProject,
    },
    doc: "A project file (.halex) with its resources, or an archive (.halez), declared as in Bucket. From an archive the provider takes the files in it. To a project file it adds these files from its folder: the alignment and those that it builds on, the styles with their pictures, and the schemas with what they import. Each schema that the project reads from a file has to be there, unless the project keeps a copy of it. Data and tables go along only if you name them here. A warning says which of them are missing.",
    source: "platform#project-files",
  },
  sourceSchemas: {
    type: linked,
    mark: "mutable",
    sentBy: [projects.setProjectSchemas],
    doc: "The schemas on the platform from which the project maps, linked by hand. Default: the platform links them by itself.",
    source: "platform#project-schemas",
  },
  targetSchemas: {
    type: linked,
    mark: "mutable",
    sentBy: [projects.setProjectSchemas],
    doc: "The schemas on the platform to which the project maps, linked by hand. Default: the platform links them by itself.",
    source: "platform#project-schemas",
  },
} as const satisfies Fields;

/** A transformation project (docs/platform.md#transformation-projects). */
export const transformationProject = kind({
  name: "TransformationProject",
  doc: "A transformation project of hale studio: its files, and its links to schemas.",
  example: [
    'new TransformationProject("addresses", {',
    '    organisation: "1",',
    '    name: "Addresses to INSPIRE",',
    '    files: [{ name: "project.halex", content: "<hale-project version=\\"5.4.0\\"><name>Addresses</name></hale-project>" }],',
    "});",
  ].join("\n"),
  inputs,
  outputs: {
    combinedId,
    ...history,
  },
  replacementCascades: false,
  lossOnDeletion: () => "Its files are deleted with it, and nobody can bring them back.",
  reads: [store.projects.getBucketInfo, store.projects.listBuckets],
  calls: {
    create: [store.projects.createBucketWithOwner, store.projects.setBucketName, store.projects.getBucketInfo],
    update: [
      store.projects.replaceFile,
      store.projects.deleteFile,
      store.projects.setBucketProperty,
      store.projects.deleteBucketProperty,
      projects.setProjectSchemas,
      store.projects.setBucketName,
      store.projects.getBucketInfo,
    ],
    delete: [store.projects.getBucketInfo, store.projects.deleteBucket],
  },
  identity: {
    ...ownedName,
    stamp: ["organisation", "user", "created"],
    find: async (client, _declared, workingName) => {
      const { items, ...listing } = await findByName(client, "projects", workingName);
      return { ...listing, items: items.map(asProject) };
    },
  },
  decides: decidesContent,
  affects: ["Bucket", "BucketFile", "ContentSharing", "ContentSharingList", "Task"],
  standing: projectStanding,
  list: async (client) => {
    const { items, ...listing } = await listFlat(client, "projects");
    return { ...listing, items: items.map(asProject) };
  },
  get: async (client, id) => {
    const found = await getFlat(client, id);
    return found === undefined ? undefined : asProject(found);
  },
  parts: [
    {
      fields: ["sourceSchemas", "targetSchemas"],
      list: async (client) => {
        const { items, ...listing } = await client.snapshot(projects.getProjects, {});
        return { ...listing, items: items.map((it) => ({ id: `projects/${it.id}`, values: linksOf(it) })) };
      },
      get: async (client, id) => {
        const found = await orAbsent(client.call(projects.getProject, { path: projectPath(id) }));
        return found === undefined ? undefined : linksOf(found);
      },
    },
  ],
  rules: ownerRules,
  obstacles: async (outlook, declared) => {
    const links = [
      ...(listIfKnown(declared.sourceSchemas ?? []) ?? []).map((id) => [id, "sourceSchemas"] as const),
      ...(listIfKnown(declared.targetSchemas ?? []) ?? []).map((id) => [id, "targetSchemas"] as const),
    ].filter(([id]) => outlook.knows(id));
    const found = await Promise.all([
      ownerObstacles(outlook, declared, "TransformationProject"),
      ...links.map(([id, field]) => schemaObstacles(outlook, id, field)),
    ]);
    return found.flat();
  },
  create: async (client, declared, workingName = declared.name) => {
    const { versionControl } = declared;
    const body = { name: workingName, driver: versionControl === true ? ("git" as const) : ("s3" as const) };
    const ident = await client.call(store.projects.createBucketWithOwner, { path: ownerOf(declared), body });
    return asProject(identified("projects", ident, ownerOf(declared), workingName, { driver: body.driver }));
  },
  update: updateProject,
  takesAlong: (_client, object, own) =>
    Promise.resolve(undeclaredFiles("TransformationProject", object, namesOf(own.declared["files"]), own)),
  delete: async (client, id) => {
    await orAbsent(client.call(store.projects.deleteBucket, { path: bucketPath(readContentId(id)) }));
  },
});

async function updateProject(client: Client, id: string, changes: Changes<typeof inputs>): Promise<Values> {
  const key = readContentId(id);
  await updateFiles(client, key, changes.files);
  await updateProperties(client, key, changes);
  const { sourceSchemas: source, targetSchemas: target } = changes;
  let links: Values = {};
  if (source !== undefined || target !== undefined) {
    const body = {
      ...(source === undefined ? {} : { source: source.map(combinedIdIn) }),
      ...(target === undefined ? {} : { target: target.map(combinedIdIn) }),
    };
    links = linksOf(await client.call(projects.setProjectSchemas, { path: projectPath(id), body }));
  }
  const values = await nameInTheEnd(client, key, changes.name);
  return { ...asProject({ id, values }).values, ...links };
}

/** A bucket of the project store, in the fields of a project. */
function asProject({ id, values }: Live): Live {
  const { store: _store, driver, version: _version, type: _type, theme: _theme, ...rest } = values;
  return { id, values: { ...rest, versionControl: driver === "git" } };
}

export function projectPath(id: string) {
  const { ownerType, ownerId, bucketId: projectId } = readContentId(id);
  return { ownerType, ownerId, projectId };
}

/** The links that were made by hand. The links that the platform makes by itself do not count. */
function linksOf({ sourceSchemas, targetSchemas }: projects.ProjectInfo): Values {
  const byHand = (list: typeof sourceSchemas): string[] =>
    list.flatMap(({ schema, link }) => (schema !== undefined && link === "manual" ? [schemaIdOf(schema)] : []));
  return { sourceSchemas: byHand(sourceSchemas), targetSchemas: byHand(targetSchemas) };
}
