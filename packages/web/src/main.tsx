import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyDisplay, readDisplay } from './components/display.ts';
import { createAppRouter } from './router.tsx';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/components.css';
import './styles/body-map.css';
import './styles/screens.css';
import './styles/therapist.css';
import './styles/knowledge.css';
import './styles/test.css';
import './styles/print.css';

// Before the first paint, so that the page never flashes in the wrong colours.
applyDisplay(document.documentElement, readDisplay());

const app = document.getElementById('app');
if (!app) throw new Error('index.html has no #app');
createRoot(app).render(
  <StrictMode>
    <RouterProvider router={createAppRouter()} />
  </StrictMode>,
);
