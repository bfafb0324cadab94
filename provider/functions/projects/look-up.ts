import type { Client } from "../../client";
import { projects } from "../../contract";
import { orAbsent, projectPath } from "../../kinds";
import { argumentsOf, needed, notThere } from "../arguments";
import { idIn } from "../content-arguments";
import type { AlignmentResult, CellResult, GetAlignmentArgs, GetCellsArgs } from "./types";
import { withoutUndefined } from "../results";

/** What the platform has read from the files of a project. */
export function lookUpProjects(client: Client) {
  return {
    alignmentOf: (args: GetAlignmentArgs) => alignment(client, args),
    cellsOf: (args: GetCellsArgs) => cells(client, args),
  };
}

const specs = { project: needed(idIn("projects")) };

async function alignment(client: Client, given: GetAlignmentArgs): Promise<AlignmentResult> {
  const { project } = argumentsOf<GetAlignmentArgs>("getAlignment", given, specs);
  const found = await orAbsent(client.call(projects.getAlignment, { path: projectPath(project) }));
  return found === undefined ? notThere(`transformation project ${project}`) : withoutUndefined(found);
}

async function cells(client: Client, given: GetCellsArgs): Promise<CellResult[]> {
  const { project } = argumentsOf<GetCellsArgs>("getCells", given, specs);
  const found = await orAbsent(client.list(projects.getCells, { path: projectPath(project) }));
  return found === undefined
    ? notThere(`transformation project ${project}`)
    : found.items.map(({ source, target, ...cell }) =>
        withoutUndefined({
          ...cell,
          source: source.map((it) => withoutUndefined(it)),
          target: target.map((it) => withoutUndefined(it)),
        }),
      );
}
