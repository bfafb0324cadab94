import type { Client } from "../../client";
import { connection } from "../connection";
import { outputForm } from "../output-form";
import type { GetAlignmentArgs, AlignmentResult, GetCellsArgs, CellResult } from "./types";

/**
 * Gets the figures of a transformation project's mapping.
 *
 * Fails with HC3005 if there is no such project. Cost: one request.
 */
export async function getAlignment(args: GetAlignmentArgs): Promise<AlignmentResult> {
  const { alignmentOf } = await projectService();
  return alignmentOf(args);
}

/** `getAlignment` with outputs for its arguments and its result. */
export const getAlignmentOutput = outputForm(getAlignment);

/**
 * Lists the cells of a transformation project's mapping, in the order of its file.
 *
 * Fails with HC3005 if there is no such project. Cost: the pages of the list.
 */
export async function getCells(args: GetCellsArgs): Promise<readonly CellResult[]> {
  const { cellsOf } = await projectService();
  return cellsOf(args);
}

/** `getCells` with outputs for its arguments and its result. */
export const getCellsOutput = outputForm(getCells);

/** Loaded at the first call: a program that asks nothing pays nothing. */
async function projectService() {
  const { lookUpProjects } = require("./look-up") as typeof import("./look-up");
  const client: Client = connection();
  return Promise.resolve(lookUpProjects(client));
}

export type { GetAlignmentArgs, AlignmentResult, GetCellsArgs, EntityResult, CellResult } from "./types";
