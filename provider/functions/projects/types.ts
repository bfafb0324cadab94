/** The project whose mapping is looked up. */
export interface GetAlignmentArgs {
  /** Id of the transformation project. */
  readonly project: string;
}

/** The mapping of a transformation project, without its cells. */
export interface AlignmentResult {
  /** The file that holds the mapping. Missing: the project has none. */
  readonly file?: string;
  /** Number of its cells. */
  readonly cells: number;
  /** Number of cells that relate types. */
  readonly typeCells: number;
  /** Number of cells that relate properties. */
  readonly propertyCells: number;
  /** The transformation functions in use, each with the number of cells that use it. */
  readonly functions: readonly { readonly function: string; readonly cells: number }[];
  /** Locations of the alignments on which it builds. */
  readonly baseAlignments: readonly string[];
}

/** The project whose cells are listed. */
export interface GetCellsArgs {
  /** Id of the transformation project. */
  readonly project: string;
}

/** A type, or a property of one. */
export interface EntityResult {
  /** Name of the type. */
  readonly type: string;
  readonly namespace?: string;
  /** Names of the properties that lead from the type to it. Empty for the type itself. */
  readonly path: readonly string[];
}

/** A cell of a mapping: a relation between types or properties. */
export interface CellResult {
  readonly id?: string;
  /** Id of the transformation function. */
  readonly function: string;
  /** `true`: it relates types. `false`: it relates properties. */
  readonly isOfTypes: boolean;
  /** The entities from which it maps, each with `type`, `namespace` and `path`. */
  readonly source: readonly EntityResult[];
  /** The entities to which it maps, each with `type`, `namespace` and `path`. */
  readonly target: readonly EntityResult[];
  /** Parameters of the function. */
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  readonly priority?: string;
}
