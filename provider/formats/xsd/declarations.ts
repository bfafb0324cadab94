/** What XSD documents declare. Names of others are `{namespace}name`. */

export interface Occurrence {
  readonly min: number;
  /** undefined: as many as one wants. */
  readonly max: number | undefined;
}

export interface PropertyDeclaration {
  readonly kind: "property";
  readonly name: string;
  readonly namespace: string;
  readonly isAttribute: boolean;
  readonly occurs: Occurrence;
  /** Of a type with a name. */
  readonly type?: string;
  /** Of a type that is declared within. */
  readonly inside?: TypeDeclaration;
  /** It is a global element or attribute, whose declaration says the type. */
  readonly isReference: boolean;
}

/** Properties that are declared once and used by name; groups of attributes have names of their own (`groupKey`). */
export interface GroupUse {
  readonly kind: "group";
  readonly group: string;
  readonly occurs: Occurrence;
  /** In a group that redefines itself: what that was before. */
  readonly former?: readonly Member[];
}

export type Member = PropertyDeclaration | GroupUse;

export interface TypeDeclaration {
  /** Missing for one that is declared within an element. */
  readonly name?: string;
  readonly isComplex: boolean;
  readonly base?: string;
  /** A restriction says all elements anew; an extension adds to those of its base. */
  readonly isRestriction: boolean;
  readonly members: readonly Member[];
  /** Names of attributes that a restriction takes away. */
  readonly prohibited?: readonly string[];
  /** Of a type that redefines itself: what its base was before; `unknown` where that is not among the documents. */
  readonly former?: TypeDeclaration | "unknown";
}

export interface ElementDeclaration {
  readonly name: string;
  readonly namespace: string;
  readonly type?: string;
  readonly inside?: TypeDeclaration;
  /** What it may stand for. */
  readonly heads: readonly string[];
  readonly isAbstract: boolean;
  readonly description?: string;
}

/** What has a name in a schema. */
export interface Components {
  readonly elements: readonly ElementDeclaration[];
  readonly types: readonly TypeDeclaration[];
  /** Groups of elements and of attributes, by name. */
  readonly groups: ReadonlyMap<string, readonly Member[]>;
}

export interface Reference {
  /** All but an import make the other document a part of this one's schema. */
  readonly kind: "import" | "include" | "redefine" | "override";
  readonly namespace: string;
  readonly location?: string;
  readonly line: number;
  /** What takes the place of the other document's components of these names. */
  readonly changes?: Components;
}

export interface XsdDocument extends Components {
  readonly path: string;
  readonly namespace: string;
  /** It has no namespace of its own, so it takes that of each document that includes it. */
  readonly isAdopting: boolean;
  readonly prefixes: Readonly<Record<string, string>>;
  readonly references: readonly Reference[];
}
