package io.sillok.platform.web.access;

import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/// Turns away callers who lack a role or a scope.
@Priority(Priorities.AUTHORIZATION)
final class RequirementFilter implements ContainerRequestFilter {

    private final Requires requires;

    RequirementFilter(Requires requires) {
        this.requires = requires;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!(request.getSecurityContext().getUserPrincipal() instanceof Caller caller)) {
            throw new IllegalStateException("authentication comes before authorization");
        }
        if (!caller.isAtLeast(requires.role())) {
            throw refused("role-missing", "This takes the role " + requires.role().word() + ".");
        }
        if (!requires.scope().isEmpty() && !caller.scopes().contains(requires.scope())) {
            throw refused("scope-missing", "This takes the scope " + requires.scope() + ".");
        }
    }

    private static ProblemException refused(String reason, String detail) {
        return ProblemException.of(Problem.of(ErrorCode.E4005, reason, detail));
    }
}
