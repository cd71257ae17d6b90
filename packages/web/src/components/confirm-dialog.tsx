import { type ReactNode, useEffect, useId, useRef } from 'react';

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** What the button does: "Clear all 3 places". */
  readonly confirm: string;
  readonly cancel?: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}

/** Asks before something that is hard to take back. Escape cancels; the focus returns to where it was. */
export function ConfirmDialog({
  isOpen,
  title,
  confirm,
  cancel = 'Go back',
  onConfirm,
  onCancel,
  children,
}: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (isOpen && !element.open) element.showModal();
    if (!isOpen && element.open) element.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      className="confirm"
      aria-labelledby={heading}
      // Escape closes the element by itself; a close that we asked for is not a second cancel.
      onClose={() => isOpen && onCancel()}
    >
      <h2 id={heading}>{title}</h2>
      {children}
      <div className="buttons">
        <button type="button" className="button" onClick={onCancel}>
          {cancel}
        </button>
        <button type="button" className="button button-main" onClick={onConfirm}>
          {confirm}
        </button>
      </div>
    </dialog>
  );
}
