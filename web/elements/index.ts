/** Everything that makes a page nicer; every page works without it. */
import "./menu.ts"
