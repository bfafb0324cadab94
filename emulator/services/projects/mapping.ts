import { projects } from "../../../provider/contract";
import type { Alignment, Cell, CellEntity, HaleContent } from "../../../provider/formats/hale";
import { implement, implementList, pageableList, type Desk, type Platform, type Visitor } from "../implement";
import { visible } from "../store/visible-bucket";
import { contentOf } from "./content-of";
import { keyOf } from "./projects";

const nothing: Alignment = { cells: [], bases: [] };

const getAlignment = implement(projects.getAlignment, async (call) => {
  const content = await contentIn(call, call.path);
  const { cells, bases } = content?.alignment ?? nothing;
  const typeCells = cells.filter(({ isOfTypes }) => isOfTypes).length;
  return {
    ...(content?.alignmentFile === undefined ? {} : { file: content.alignmentFile }),
    cells: cells.length,
    typeCells,
    propertyCells: cells.length - typeCells,
    functions: usesOf(cells),
    baseAlignments: bases.map(({ location }) => location),
  };
});

const getCells = implementList(projects.getCells, async (call) => {
  const content = await contentIn(call, call.path);
  return pageableList((content?.alignment ?? nothing).cells, shownCell);
});

export const ofMappings = [getAlignment, getCells];

async function contentIn(
  call: Platform & Desk & Visitor,
  path: Parameters<typeof keyOf>[0],
): Promise<HaleContent | undefined> {
  const read = await contentOf(call, visible(call, "projects", keyOf(path)));
  return "value" in read ? read.value : undefined;
}

/** The most used function first. */
function usesOf(cells: readonly Cell[]) {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    counts.set(cell.function, (counts.get(cell.function) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ function: name, cells: count }))
    .sort((one, other) => other.cells - one.cells || (one.function < other.function ? -1 : 1));
}

function shownCell({ id, function: name, isOfTypes, source, target, parameters, priority }: Cell) {
  return {
    ...(id === undefined ? {} : { id }),
    function: name,
    isOfTypes,
    source: source.map(shownEntity),
    target: target.map(shownEntity),
    parameters: [...parameters],
    ...(priority === undefined ? {} : { priority }),
  };
}

function shownEntity({ type, namespace, path }: CellEntity) {
  return { type, ...(namespace === "" ? {} : { namespace }), path: path.map(({ name }) => name) };
}
