import { projects, store } from "../../../provider/contract";
import { seesBucket } from "../../access/bucket-access";
import { refuse, type InvalidField } from "../../refusal";
import {
  implement,
  implementList,
  pageableList,
  type OperationCall,
  type Desk,
  type Platform,
  type Visitor,
} from "../implement";
import { changeOf, editable, visible } from "../store/visible-bucket";
import { candidatesFor } from "./linked-schemas";
import { projectInfo } from "./shown-project";

interface OfProject {
  readonly ownerType: store.OwnerType;
  readonly ownerId: string;
  readonly projectId: string;
}

/** A project is known by its bucket. */
export function keyOf({ ownerType, ownerId, projectId }: OfProject): store.BucketKey {
  return { ownerType, ownerId, bucketId: projectId };
}

const getProjects = implementList(projects.getProjects, async (call) => {
  const schemas = await candidatesFor(call);
  return pageableList(
    call.world.buckets.inStore("projects").filter((bucket) => seesBucket(call.world, call.visitor, bucket)),
    (bucket) => projectInfo(call, bucket, schemas),
  );
});

const getProject = implement(projects.getProject, (call) => shown(call, keyOf(call.path)));

const setProjectSchemas = implement(projects.setProjectSchemas, (call) => {
  const { source, target } = call.body;
  const project = editable(call, "projects", keyOf(call.path));
  const problems: InvalidField[] = [];
  const links = {
    ...(source === undefined ? {} : { source: schemasNamed(call, "source", source, problems) }),
    ...(target === undefined ? {} : { target: schemasNamed(call, "target", target, problems) }),
  };
  if (problems.length > 0) {
    throw refuse.invalid(problems);
  }
  const { id, at } = changeOf(call, project);
  call.commit({ type: "projectSchemasLinked", id, at, links });
  return shown(call, keyOf(call.path));
});

export const ofProjects = [getProjects, getProject, setProjectSchemas];

async function shown(call: Platform & Desk & Visitor, key: store.BucketKey): Promise<projects.ProjectInfo> {
  const project = visible(call, "projects", key);
  return projectInfo(call, project, await candidatesFor(call));
}

/** One does not link what one does not see. */
function schemasNamed(
  { world, visitor }: OperationCall<typeof projects.setProjectSchemas>,
  side: string,
  named: readonly string[],
  problems: InvalidField[],
): string[] {
  return named.flatMap((combinedId, index) => {
    const key = store.readCombinedId(combinedId);
    const bucket = key === undefined ? undefined : world.buckets.get("schemas", key);
    if (bucket === undefined || !seesBucket(world, visitor, bucket)) {
      const message = `there is no schema ${combinedId}, or you are not allowed to see it`;
      problems.push({ field: `${side}.${String(index)}`, message });
      return [];
    }
    if (named.indexOf(combinedId) < index) {
      problems.push({ field: `${side}.${String(index)}`, message: `${combinedId} is there twice` });
    }
    return [bucket.id];
  });
}
