import { Component, type ReactNode } from 'react';
import { ProblemPanel } from '../parts/Feedback';

/** A page that breaks does not take the shell with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: unknown }> {
  override state: { broken: unknown } = { broken: undefined };

  static getDerivedStateFromError(broken: unknown) {
    return { broken };
  }

  override render() {
    if (this.state.broken === undefined) return this.props.children;
    return (
      <div className="page">
        <ProblemPanel problem={this.state.broken} onRetry={() => this.setState({ broken: undefined })} />
      </div>
    );
  }
}
