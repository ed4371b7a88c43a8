import '@/styles/index.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { startTexts } from '@/i18n';
import { ToastProvider } from '@/ui';
import { createQueryClient } from './queryClient';
import { routes } from './routes';

await startTexts();
const root = document.getElementById('app');
if (!root) throw new Error('no element to start in');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <ToastProvider>
        <RouterProvider router={createBrowserRouter(routes)} />
      </ToastProvider>
    </QueryClientProvider>
  </StrictMode>,
);
