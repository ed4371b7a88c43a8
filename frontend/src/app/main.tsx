import '@/styles/index.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { sessionQuery } from '@/api';
import { startTexts } from '@/i18n';
import { ToastProvider } from '@/ui';
import { createQueryClient } from './queryClient';
import { routes } from './routes';

// All at once: who it is for, the code of the page with its texts, and the texts of the frame.
const client = createQueryClient();
void client.prefetchQuery(sessionQuery);
const router = createBrowserRouter(routes);
await startTexts();
const root = document.getElementById('app');
if (!root) throw new Error('no element to start in');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <ToastProvider>
        <RouterProvider router={router} />
      </ToastProvider>
    </QueryClientProvider>
  </StrictMode>,
);
