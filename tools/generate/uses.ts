import path from "node:path";
import ts from "typescript";
import { allOperations, operationsByKey, store, type Operation } from "../../provider/contract";
import { kinds, type Kind } from "../../provider/kinds";

const root = path.resolve(__dirname, "..", "..");
const at = (...place: readonly string[]): string => path.join(root, "provider", ...place);

/** Code that is followed from what uses it. The client below it calls what it is told to, and logs in by itself. */
const followed = ["functions", "cli", "kinds", path.join("client", "probing")].map(
  (folder) => `${at(folder)}${path.sep}`,
);

/** What uses which operations, by keys. */
export interface Uses {
  readonly kinds: ReadonlyMap<string, ReadonlySet<string>>;
  readonly functions: ReadonlyMap<string, ReadonlySet<string>>;
  readonly commands: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the client sends by itself. */
  readonly client: ReadonlySet<string>;
}

/** Finds the operations in the code itself, so that no list of them can be out of date. */
export function findUses(): Uses {
  const files = ["functions/index.ts", "cli/main.ts", "kinds/index.ts", "client/index.ts"].map((file) => at(file));
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node20,
    strict: true,
    types: ["node"],
    skipLibCheck: true,
    noEmit: true,
  });
  const walker = new Walker(program.getTypeChecker());
  const sources = program.getSourceFiles().filter(({ fileName }) => path.resolve(fileName).startsWith(at("")));
  const under = (folder: string): readonly ts.SourceFile[] =>
    sources.filter(({ fileName }) => path.resolve(fileName).startsWith(`${at(folder)}${path.sep}`));
  return {
    functions: new Map(
      under("functions")
        .flatMap(({ statements }) => statements.filter(isLookUp))
        .map(({ name, body }) => [name.text, walker.reached(body)]),
    ),
    commands: new Map(
      under("cli")
        .flatMap(verbsIn)
        .map(([name, body]) => [name, walker.reached(body)]),
    ),
    kinds: usesOfKinds(
      under("kinds").flatMap((file) =>
        kindsIn(file).map(([name, node]) => [name, walker.reachedInside(node)] as const),
      ),
    ),
    client: new Set(under("client").flatMap((file) => [...walker.named(file)])),
  };
}

type LookUp = ts.FunctionDeclaration & { readonly name: ts.Identifier; readonly body: ts.Block };

/** `export async function getX(…)` in a subject's index.ts. */
function isLookUp(node: ts.Statement): node is LookUp {
  const isIn = path.basename(node.getSourceFile().fileName) === "index.ts";
  const isExported = ts.canHaveModifiers(node) && ts.getModifiers(node)?.[0]?.kind === ts.SyntaxKind.ExportKeyword;
  return isIn && isExported && ts.isFunctionDeclaration(node) && node.name !== undefined && node.body !== undefined;
}

/** `export const doctor: Verb = …`, by the names of the commands. */
function verbsIn({ statements, fileName }: ts.SourceFile): [string, ts.Node][] {
  const group = path.basename(path.dirname(fileName)) === "contract" ? "contract " : "";
  return statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) =>
    declarationList.declarations.flatMap(({ name, type, initializer }): [string, ts.Node][] => {
      const isVerb = type?.getText() === "Verb" && initializer !== undefined;
      const isGroup = name.getText() === "contract";
      return isVerb && !isGroup ? [[`${group}${name.getText()}`, initializer]] : [];
    }),
  );
}

/** What a kind declares; and besides, what its code calls of the services that are no stores, for obstacles and parts. */
function usesOfKinds(inCode: readonly (readonly [string, ReadonlySet<string>])[]) {
  const found = new Map(inCode);
  return new Map(
    kinds.map((kind) => {
      const called = [...(found.get(kind.name) ?? [])].filter((key) => !isOfStore(key));
      return [kind.name, new Set([...declaredBy(kind), ...called])] as const;
    }),
  );
}

function isOfStore(key: string): boolean {
  return operationsByKey.get(key)?.service.isOneOfSeveral === true;
}

/** `export const bucket = kind({ name: "Bucket", … })`, by the name. */
function kindsIn({ statements }: ts.SourceFile): [string, ts.Node][] {
  return statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) =>
    declarationList.declarations.flatMap(({ initializer }): [string, ts.Node][] => {
      const name = isKind(initializer) ? /\bname: "(\w+)"/.exec(initializer.getText())?.[1] : undefined;
      return name === undefined || initializer === undefined ? [] : [[name, initializer]];
    }),
  );
}

function isKind(node: ts.Node | undefined): node is ts.CallExpression {
  return node !== undefined && ts.isCallExpression(node) && /^(attachedKind|kind)$/.test(node.expression.getText());
}

/** A kind of all stores declares the operations of one of them. */
function declaredBy(kind: Kind): ReadonlySet<string> {
  const ofFields = Object.values(kind.inputs).flatMap(({ sentBy = [] }) => sentBy);
  const declared = [...kind.reads, ...Object.values(kind.calls).flat(), ...ofFields].flat();
  const isOfAllStores = kind.scopeOf !== undefined;
  return new Set(
    declared.flatMap((it) => (isOfAllStores && it.service.isOneOfSeveral ? inEachStore(it.id) : [it.key])),
  );
}

function inEachStore(id: string): string[] {
  return store.storeNames.map((name) => `store/${name}.${id}`).filter((key) => operationsByKey.has(key));
}

const byId = new Map(allOperations.map(({ id }) => [id, allOperations.filter((it) => it.id === id)]));

/** Follows calls and names from one piece of code to the next, and collects the operations on the way. */
class Walker {
  constructor(readonly checker: ts.TypeChecker) {}

  reached(start: ts.Node): ReadonlySet<string> {
    const found = new Set<string>();
    const seen = new Set<ts.Node>();
    const waiting = [start];
    for (const node of waiting) {
      if (!seen.has(node)) {
        seen.add(node);
        this.#visit(node, found, waiting);
      }
    }
    return found;
  }

  /** The same from each function inside. */
  reachedInside(node: ts.Node): ReadonlySet<string> {
    const found = new Set(this.reached(node));
    const look = (it: ts.Node): void => {
      if (isFunction(it)) {
        this.reached(it.body ?? it).forEach((key) => found.add(key));
      }
      ts.forEachChild(it, look);
    };
    look(node);
    return found;
  }

  /** Those that the code names itself. */
  named(node: ts.Node): ReadonlySet<string> {
    const found = new Set<string>();
    const look = (it: ts.Node): void => {
      this.#operationsAt(it).forEach(({ key }) => found.add(key));
      ts.forEachChild(it, look);
    };
    look(node);
    return found;
  }

  #visit(node: ts.Node, found: Set<string>, waiting: ts.Node[]): void {
    this.#operationsAt(node).forEach(({ key }) => found.add(key));
    waiting.push(...this.#leadsTo(node));
    ts.forEachChild(node, (child) => {
      // A function that has a name is reached where it is called.
      const isMember = [ts.isPropertyAssignment, ts.isObjectLiteralExpression, ts.isVariableDeclaration].some((is) =>
        is(node),
      );
      if (!(isMember && isFunction(child))) {
        this.#visit(child, found, waiting);
      }
    });
  }

  /** `accounts.getUsers`, `store.data.getBuckets`; of a store that is not written out, those of all stores. */
  #operationsAt(node: ts.Node): readonly Operation[] {
    const name = ts.isPropertyAccessExpression(node) ? node.name : ts.isBindingElement(node) ? node.name : undefined;
    const known = name === undefined ? undefined : byId.get(name.getText());
    if (name === undefined || known === undefined || !this.#isOperation(name)) {
      return [];
    }
    const of = ts.isPropertyAccessExpression(node) ? node.expression.getText() : "";
    const inStore = operationsByKey.get(`${of.replace(".", "/")}.${name.getText()}`);
    return inStore === undefined ? known : [inStore];
  }

  #isOperation(node: ts.Node): boolean {
    const type = this.checker.getTypeAtLocation(node);
    return type.getProperty("evidence") !== undefined && type.getProperty("answer") !== undefined;
  }

  #leadsTo(node: ts.Node): readonly ts.Node[] {
    if (ts.isCallExpression(node)) {
      return this.#bodiesOf(this.checker.getResolvedSignature(node)?.declaration);
    }
    if (!ts.isIdentifier(node)) {
      return [];
    }
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? this.checker.getShorthandAssignmentValueSymbol(node.parent)
      : this.checker.getSymbolAtLocation(node);
    const isAlias = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    const declared = isAlias ? this.checker.getAliasedSymbol(symbol) : symbol;
    // Where something is declared, it is not used yet.
    return (declared?.declarations ?? []).filter((it) => it !== node.parent).flatMap((it) => this.#bodiesOf(it));
  }

  #bodiesOf(declaration: ts.Node | undefined): readonly ts.Node[] {
    const file = declaration === undefined ? "" : path.resolve(declaration.getSourceFile().fileName);
    if (declaration === undefined || !followed.some((folder) => file.startsWith(folder))) {
      return [];
    }
    if (ts.isVariableDeclaration(declaration)) {
      // A kind is used for its fields; its requests are its own.
      const { initializer } = declaration;
      return initializer === undefined || isKind(initializer) ? [] : [initializer];
    }
    return isFunction(declaration) && declaration.body !== undefined ? [declaration.body] : [];
  }
}

function isFunction(node: ts.Node): node is ts.FunctionDeclaration | ts.MethodDeclaration | ts.ArrowFunction {
  return [ts.isFunctionDeclaration, ts.isMethodDeclaration, ts.isArrowFunction].some((is) => is(node));
}
