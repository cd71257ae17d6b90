/** Works out what a test says beside the page, so that the page never stands still. */
import { reportOf } from '@assuage/outcomes';

addEventListener('message', ({ data }) => postMessage(reportOf(data)));
