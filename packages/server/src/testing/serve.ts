/** Starts the server on the file named on the command line. */
import { startServer } from '../start.ts';

await startServer({ file: process.argv[2] ?? '', port: 0 });
