import type { Client } from "../client";
import { connection } from "./connection";
import { outputForm } from "./output-form";

/** Whose mapping is asked for. */
export interface GetAlignmentArgs {
  /** Id of the transformation project. */
  readonly project: string;
}

/** The mapping of a transformation project, without its cells. */
export interface AlignmentResult {
  /** The file that holds it; missing while the project has none. */
  readonly file?: string;
  /** How many cells it has. */
  readonly cells: number;
  /** How many of them relate types. */
  readonly typeCells: number;
  /** How many of them relate properties. */
  readonly propertyCells: number;
  /** The transformation functions in use, each with how many cells use it. */
  readonly functions: readonly { readonly function: string; readonly cells: number }[];
  /** Locations of the alignments that it builds on. */
  readonly baseAlignments: readonly string[];
}

/** Whose cells are listed. */
export interface GetCellsArgs {
  /** Id of the transformation project. */
  readonly project: string;
}

/** A type, or a property of one. */
export interface EntityResult {
  /** Name of the type. */
  readonly type: string;
  readonly namespace?: string;
  /** Names of properties from the type on; empty for the type itself. */
  readonly path: readonly string[];
}

/** A cell of a mapping: a relation between types or properties. */
export interface CellResult {
  readonly id?: string;
  /** Id of the transformation function. */
  readonly function: string;
  /** `true`: it relates types, otherwise properties. */
  readonly isOfTypes: boolean;
  /** What it maps from, each with `type`, `namespace` and `path`. */
  readonly source: readonly EntityResult[];
  /** What it maps to, each with `type`, `namespace` and `path`. */
  readonly target: readonly EntityResult[];
  /** Parameters of the function. */
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  readonly priority?: string;
}

/**
 * The mapping of a transformation project, in figures.
 *
 * Fails with HC3005 when there is no such project. Costs one request.
 */
export async function getAlignment(args: GetAlignmentArgs): Promise<AlignmentResult> {
  const { alignmentOf } = await projectService();
  return alignmentOf(args);
}

/** `getAlignment` with outputs for its arguments and its result. */
export const getAlignmentOutput = outputForm(getAlignment);

/**
 * The cells of a transformation project's mapping, in the order of its file.
 *
 * Fails with HC3005 when there is no such project. Costs the pages of the list.
 */
export async function getCells(args: GetCellsArgs): Promise<readonly CellResult[]> {
  const { cellsOf } = await projectService();
  return cellsOf(args);
}

/** `getCells` with outputs for its arguments and its result. */
export const getCellsOutput = outputForm(getCells);

/** Loaded at the first call: a program that asks nothing pays nothing. */
async function projectService() {
  const { lookUpProjects } = require("./look-up-projects") as typeof import("./look-up-projects");
  const client: Client = connection();
  return Promise.resolve(lookUpProjects(client));
}
