// What stands in every page.

import { start } from "./start.js";

start();
