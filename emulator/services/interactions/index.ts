import { comments } from "./comments";
import { forum } from "./forum";
import { notes } from "./notes";
import { tasks } from "./tasks";

export const interactionsService = [...comments, ...tasks, ...notes, ...forum];
