package io.sillok.platform.web;

import io.dropwizard.auth.Auth;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.sillok.platform.web.access.Caller;
import io.sillok.platform.web.access.Guard;
import io.sillok.platform.web.access.Public;
import io.sillok.platform.web.access.Requires;
import io.sillok.platform.web.limits.Limited;
import io.sillok.platform.web.sse.EventStream;
import io.sillok.platform.web.sse.Telling;
import io.sillok.schemas.envelope.Role;
import io.sillok.schemas.personal.KeysUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// The smallest service on the platform: says back what it is told.
final class EchoApplication extends Application<ServiceConfiguration<String>> {

    final WebBundle web;
    final Resource resource = new Resource();

    EchoApplication(Guard guard) {
        web = new WebBundle(ServiceInfo.starting("echo", "Echo"), _ -> {}, _ -> guard);
    }

    @Override
    protected void bootstrapLogging() {}

    @Override
    public String getName() {
        return "echo";
    }

    @Override
    public void initialize(Bootstrap<ServiceConfiguration<String>> bootstrap) {
        bootstrap.addBundle(web);
    }

    @Override
    public void run(ServiceConfiguration<String> configuration, Environment environment) {
        environment.jersey().register(resource);
    }

    @Path(Api.BASE + "/echoes")
    @Produces(MediaType.APPLICATION_JSON)
    public static final class Resource {

        final CountDownLatch held = new CountDownLatch(1);
        final Telling telling = new Telling();

        @POST
        @Consumes(MediaType.APPLICATION_JSON)
        public Echo echo(@Auth Caller caller, Request request) {
            return new Echo(request.text(), caller.id());
        }

        @GET
        @Path("/{id}")
        @Requires(role = Role.EDITOR, scope = "audit:read")
        public Map<String, String> one(@PathParam("id") String id) {
            return Map.of("id", id);
        }

        @GET
        @Path("/broken")
        @Public
        public String broken() {
            return Optional.<String>empty().orElseThrow();
        }

        @GET
        @Path("/keyless")
        @Public
        public String keyless() {
            return Optional.<String>empty()
                    .orElseThrow(() -> new KeysUnavailable("the keys are away"));
        }

        @GET
        @Path("/counted")
        @Public
        @Limited(policy = "echo", perMinute = 2)
        public String counted() {
            return "\"one more\"";
        }

        @GET
        @Path("/told")
        @Public
        public Response told(@Context HttpServletRequest request) {
            return EventStream.of(telling, request).build();
        }

        @GET
        @Path("/held")
        @Public
        public String held() throws InterruptedException {
            held.await();
            return "\"free\"";
        }
    }

    record Request(String text, Optional<Integer> times, List<Inner> inner) {}

    record Inner(int number) {}

    record Echo(String text, String caller) {}
}
